"""Run epochs on a stream of states, one in JSON a line: ``python -m yuma_consensus.lines < STATES > RESULTS``.

Writes ``{"digest", "out"}`` a line, in the same order, or ``{"error": {"code", "message", "path"}}`` in its place; a
``tag`` of the state comes first again. A subnet with its mechanisms is taken too. The same state gives the same line
everywhere, so that the lines of any parts, joined in order, are those of the whole.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from ._forms.base import Json
from ._given import Given
from ._json import parse_json
from ._states import take_state, take_subnet
from .engine import Engine
from .errors import YumaError, error_json
from .results import compact_json


def results(states: Iterable[str | bytes]) -> Iterator[str]:
    """Give the line of each state."""
    engine = Engine()
    for state in states:
        yield compact_json(_result(engine, state))


def _result(engine: Engine, line: str | bytes) -> dict[str, Json]:
    tag: dict[str, Json] = {}
    try:
        value = parse_json(line)
        if isinstance(value, dict) and "tag" in value:
            tag = {"tag": value["tag"]}
        return {**tag, **_epoch(engine, value)}
    except YumaError as error:
        return {**tag, **error_json(error)}


def _epoch(engine: Engine, value: Any) -> dict[str, Json]:
    state = Given(value, typed=False)
    if isinstance(value, dict) and "epochConsensus" in value:
        subnet = engine.subnet_epoch_of(take_subnet(state), trace=False, digest=True)
        return {"digest": subnet.digest, "out": subnet.to_dict()}
    result = engine.epoch_of(take_state(state), trace=False, digest=True)
    return {"digest": result.digest, "out": result.to_dict()}


def main() -> None:
    """Run the states of standard input."""
    for line in results(sys.stdin.buffer):
        sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
