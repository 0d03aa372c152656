"""Sweep on a cluster: every task is a shard of ``yuma sweep``, run by the command on its machine.

    python examples/dask/sweep.py OUT SHARDS --grid kappa=0.4:0.6:0.01 --draws 100 ...

The files in OUT, joined in order, are what ``yuma sweep --json`` prints on one machine. YUMA is the command where it is
not ``yuma``; DASK_SCHEDULER_ADDRESS is the cluster, without which it is processes of this machine.
"""

import os
import shlex
import subprocess
import sys

from dask import bag
from distributed import Client

YUMA = shlex.split(os.environ.get("YUMA", "yuma"))


def lines_of(shard: str, sweep: list[str]) -> list[str]:
    """Run one shard. A point that fails is a line that says why, and status 1."""
    done = subprocess.run([*YUMA, "sweep", "--json", *sweep, "--shard", shard], stdout=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"shard {shard} ended with {done.returncode}")
    return done.stdout.splitlines()


if __name__ == "__main__":
    out, shards, *sweep = sys.argv[1:]
    numbers = [f"{shard}/{shards}" for shard in range(1, int(shards) + 1)]
    with Client():
        lines = bag.from_sequence(numbers, partition_size=1).map(lines_of, sweep).flatten()
        lines.to_textfiles(f"{out}/*.jsonl", last_endline=True)
