"""Run a stream of epochs on a cluster, with the Python host inside the workers.

    python examples/dask/epochs.py STATES OUT

STATES has a state in JSON a line. The files in OUT, joined in order, are what ``python -m yuma_consensus.lines`` prints
on one machine: a digest and a result a line. DASK_SCHEDULER_ADDRESS is the cluster, without which it is processes of
this machine.
"""

import sys

from dask import bag
from distributed import Client

from yuma_consensus.lines import results

if __name__ == "__main__":
    states, out = sys.argv[1:]
    with Client():
        lines = bag.read_text(states, blocksize="1 MiB").map_partitions(results)
        lines.to_textfiles(f"{out}/*.jsonl", last_endline=True)
