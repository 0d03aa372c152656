"""The stream of answers: the recorded cases of the chain's own code, and lines that are wrong."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from yuma_consensus import Engine, SubnetResult, economics, epoch, read_state, subnet_epoch
from yuma_consensus.answers import answer
from yuma_consensus.lines import results

STATE = Path(__file__).parents[1] / "src" / "yuma_consensus" / "modules" / "state.json"
VECTORS = Path(__file__).parents[3] / "test" / "vectors"
EVERY = 12
"""How many cases are one here; `npm test` runs all of them."""

NAMES = {"epoch", "epoch_null", "subnet_epoch", *economics.names()}


def recorded(name: str = "**/*.jsonl.gz", every: int = 1) -> Iterator[dict[str, Any]]:
    for path in sorted(VECTORS.glob(name)):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % every == 0:
                    case = json.loads(line)
                    if case.get("fn") in NAMES:
                        yield case


@pytest.mark.skipif(not VECTORS.exists(), reason="the recorded cases are in the repository alone")
def test_recorded_cases() -> None:
    engine = Engine()
    count = 0
    for case in recorded(every=EVERY):
        asked = {"fn": case["fn"], "in": case["in"], "trace": "trace" in case}
        found = answer(engine, json.dumps(asked))
        assert found.get("out", found) == case["out"], case.get("name")
        if "trace" in case:
            assert found["trace"] == case["trace"]
        count += 1
    assert count > 1500


@pytest.mark.skipif(not VECTORS.exists(), reason="the recorded cases are in the repository alone")
def test_subnets_in_python() -> None:
    for name in ("history/subnet-475-composed.jsonl.gz", "newer-rules/epoch-null.jsonl.gz"):
        case = next(recorded(name))
        state = read_state(case["in"] if name.startswith("newer") else json.dumps(case["in"]))
        result = subnet_epoch(state, trace=True)
        assert isinstance(result, SubnetResult)
        assert result.to_dict() == case["out"]
        assert result.trace is not None
        assert len(result.trace) == len(result.mechanisms) == len(state["mechanisms"])
        assert Engine().subnet_epoch(state, digest=True).digest == result.digest


LINES: list[tuple[str, str, str]] = [
    ("", "malformed-json", ""),
    ("[]", "unknown-function", "fn"),
    ('{"fn": "is_topk", "in": {}}', "unknown-function", "fn"),
    ('{"fn": "epoch"}', "invalid-input", "in"),
    ('{"fn": "epoch", "in": {}, "extra": 1}', "invalid-input", "extra"),
    ('{"fn": "epoch", "in": {}, "trace": 1}', "invalid-input", "trace"),
    ('{"fn": "epoch", "in": {}, "trace": [], "out": null}', "invalid-input", "n"),
    ('{"fn": "epoch_null", "in": {}}', "invalid-input", "epochConsensus"),
    ('{"fn": "subnet_epoch", "in": {"epochConsensus": "other"}}', "invalid-input", "epochConsensus"),
    ('{"fn": "epoch", "in": {"mechanisms": 1}}', "invalid-input", "mechanisms"),
    ('{"fn": "block_emission", "in": {"issuance": 9007199254740993}}', "invalid-input", "in.issuance"),
    ('{"fn": "block_emission", "in": {"issuance": 9007199254740992}}', "invalid-input", "issuance"),
    ('{"fn": "block_emission", "in": {"issuance": -0}}', "invalid-input", "in.issuance"),
    ('{"fn": "pow_normalize", "in": {"p": 0, "flows": [' + "1," * 4_194_304 + "1]}}", "invalid-input", "flows"),
]


def test_wrong_lines() -> None:
    engine = Engine()
    for line, code, path in LINES:
        error = answer(engine, line)["error"]
        assert (error["code"], error["path"]) == (code, path), line[:100]


def test_the_program() -> None:
    good = '{"fn":"block_emission","in":{"issuance":"0","tag":1}}'
    lines = [good.replace("}}", '},"tag":1}'), f"{good}\r", "{"]
    program = [sys.executable, "-m", "yuma_consensus.answers"]
    done = subprocess.run(program, input="\n".join(lines).encode(), capture_output=True, check=True)
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert first["error"]["path"] == "tag"
    assert second["out"]["emission"] == "1000000000"
    assert third["error"]["code"] == "malformed-json"


def test_the_bench() -> None:

    program = [sys.executable, "-m", "yuma_consensus.bench", str(STATE), "0.05"]
    found = json.loads(subprocess.run(program, capture_output=True, check=True).stdout)
    assert found["host"] == "python"
    assert found["epochs"] >= 1
    assert found["nsPerEpoch"] > 0


def test_lines_of_states() -> None:
    text = json.dumps({"tag": "first", **json.loads(STATE.read_text("utf-8"))})
    subnet = json.dumps(next(recorded("newer-rules/epoch-null.jsonl.gz"))["in"]) if VECTORS.exists() else text
    found = [json.loads(line) for line in results([f"{text}\n", subnet.encode(), '{"tag": 2, "n": -1}', "{"])]
    assert list(found[0]) == ["tag", "digest", "out"]
    assert found[0]["tag"] == "first"
    assert found[0]["digest"] == epoch(text).digest
    assert found[1]["out"]
    assert found[2]["tag"] == 2
    assert found[2]["error"]["code"] == "invalid-input"
    assert found[3]["error"]["code"] == "malformed-json"
