"""Measure epochs on one state: ``python -m yuma_consensus.bench STATE.json SECONDS``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median

from ._states import read_state
from .engine import Engine


def measure(data: bytes, seconds: float) -> dict[str, str | int]:
    """Give the median time of an epoch on a state of arrays, and how many there were."""
    state = read_state(data)
    engine = Engine()
    times: list[int] = []
    end = time.perf_counter() + seconds
    while not times or time.perf_counter() < end:
        start = time.perf_counter_ns()
        engine.epoch(state)
        times.append(time.perf_counter_ns() - start)
    return {"host": "python", "nsPerEpoch": round(median(times)), "epochs": len(times)}


def main() -> None:
    """Measure what the command line says."""
    if len(sys.argv) != 3:
        sys.exit("usage: python -m yuma_consensus.bench STATE.json SECONDS")
    print(json.dumps(measure(Path(sys.argv[1]).read_bytes(), float(sys.argv[2]))))


if __name__ == "__main__":
    main()
