"""The examples on a cluster of two processes, one of which is killed on the way."""

import os
import signal
import sys
from pathlib import Path

import pytest
from conftest import SWEEP, joined, run

distributed = pytest.importorskip("distributed", reason="NOT TESTED: no dask; pip install 'dask[distributed]'")

HERE = Path(__file__).parent


def on_cluster(tmp_path: Path, script: str, *arguments: str, yuma: str = "") -> bytes:
    out = tmp_path / "out"
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        before = {worker.pid for worker in cluster.workers.values()}
        run(
            [sys.executable, str(HERE / script), *arguments],
            {"DASK_SCHEDULER_ADDRESS": cluster.scheduler_address, "YUMA": yuma},
            tmp_path / "log",
            lambda: any(out.glob("*.jsonl")),
            lambda _: os.kill(cluster.workers[0].pid, signal.SIGKILL),
        )
        assert {worker.pid for worker in cluster.workers.values()} != before
    return joined(out, "*.jsonl")


def test_sweep(tmp_path: Path, yuma: str, swept: bytes) -> None:
    assert on_cluster(tmp_path, "sweep.py", str(tmp_path / "out"), "8", *SWEEP, yuma=yuma) == swept


def test_epochs(tmp_path: Path, states: Path, epochs: bytes) -> None:
    assert on_cluster(tmp_path, "epochs.py", str(states), str(tmp_path / "out")) == epochs
