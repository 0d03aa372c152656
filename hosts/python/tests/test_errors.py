"""What is refused, with which error and path, and that nothing breaks."""

from typing import Any

import numpy as np
import pytest
from test_epoch import small

from yuma_consensus import (
    ChainTrapError,
    Engine,
    InternalError,
    InvalidInputError,
    MalformedJsonError,
    SparseRows,
    TooLargeError,
    UnknownFunctionError,
    YumaError,
    economics,
    epoch,
    subnet_epoch,
)

PATHS: list[tuple[dict[str, Any], str]] = [
    ({"kappa": 65_536}, "kappa"),
    ({"kappa": True}, "kappa"),
    ({"kappa": 1.0}, "kappa"),
    ({"rao_emission": -1}, "raoEmission"),
    ({"rao_emission": "01"}, "raoEmission"),
    ({"n": 2}, "blockAtRegistration"),
    ({"last_update": [1, 2]}, "lastUpdate"),
    ({"last_update": [1, 2, "x"]}, "lastUpdate[2]"),
    ({"last_update": np.array([1, -2, 3])}, "lastUpdate[1]"),
    ({"last_update": np.array([1.0, 2.0, 3.0])}, "lastUpdate"),
    ({"last_update": np.zeros((3, 1), np.uint64)}, "lastUpdate"),
    ({"validator_permits": np.array([0, 1, 2], np.uint8)}, "validatorPermits[2]"),
    ({"weights": [[], [[0, 1], [0]], []]}, "weights[1][1]"),
    ({"weights": [[], [[0, 1], [0, 65_536]], []]}, "weights[1][1][1]"),
    ({"weights": [[], 7, []]}, "weights[1]"),
    ({"weights": np.zeros((3, 2), np.uint16)}, "weights"),
    ({"weights": np.full((3, 3), 65_536)}, "weights"),
    ({"weights": np.zeros((3, 3))}, "weights"),
    ({"weights": "none"}, "weights"),
    ({"weights": SparseRows(np.array([0, 2, 1, 2]), np.array([0, 0]), np.array([1, 1]))}, "weights.starts[2]"),
    ({"weights": SparseRows(np.array([0, 1]), np.array([0]), np.array([1]))}, "weights.starts"),
    ({"alpha_sigmoid_steepness": 40_000, "yuma3": True}, "alphaSigmoidSteepness"),
    ({"rule_set": "spec-1"}, "ruleSet"),
    ({"mechanisms": []}, "mechanisms"),
    ({"no_such": 1}, "no_such"),
    ({"a b": 1}, '["a b"]'),
]


@pytest.mark.parametrize(("changed", "path"), PATHS)
def test_the_path_of_what_is_wrong(changed: dict[str, Any], path: str) -> None:
    engine = Engine()
    with pytest.raises(InvalidInputError) as caught:
        engine.epoch(small(**changed))
    assert caught.value.path == path
    assert caught.value.code == "invalid-input"
    assert str(caught.value).startswith(f"{path}: expected ")
    assert len(engine.epoch(small()).digest) == 64


def test_missing_fields() -> None:
    state = small()
    del state["kappa"]
    with pytest.raises(InvalidInputError, match="got nothing") as caught:
        epoch(state)
    assert caught.value.path == "kappa"


def test_what_is_no_state() -> None:
    with pytest.raises(MalformedJsonError):
        epoch("{")
    with pytest.raises(MalformedJsonError):
        epoch(b"\xff\xff")
    with pytest.raises(InvalidInputError):
        epoch("[]")
    with pytest.raises(InvalidInputError):
        epoch(7)  # type: ignore[arg-type]
    with pytest.raises(InvalidInputError) as caught:
        subnet_epoch(small())
    assert caught.value.path == "epochConsensus"


def test_the_chain_would_have_aborted() -> None:
    state = small(rule_set="spec-127", stake=[10**12, 0, 0], weights=[[[7, 1]], [], []])
    with pytest.raises(ChainTrapError) as caught:
        epoch(state)
    assert caught.value.reason == "a weight on a uid outside the network, in a row with a permit"
    assert caught.value.code == "chain-trap"


def test_what_is_too_large_is_refused_before_it_is_copied() -> None:
    engine = Engine()
    with pytest.raises(TooLargeError) as caught:
        engine.epoch(small(previous_consensus=np.broadcast_to(np.uint16(0), 2**31)))
    assert caught.value.code == "too-large"
    assert isinstance(caught.value, MemoryError)
    assert len(engine.epoch(small()).digest) == 64


def test_unknown_functions() -> None:
    with pytest.raises(UnknownFunctionError):
        economics.call("nothing", {})
    with pytest.raises(UnknownFunctionError):
        economics.call("epoch", {})
    with pytest.raises(AttributeError):
        economics.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_what_fails_under_way_is_an_internal_error_and_the_engine_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine()
    expected = engine.epoch(small()).digest
    instance = engine._epochs._live
    assert instance is not None
    with monkeypatch.context() as patched:
        patched.setattr(instance, "_call", lambda *_: 1 / 0)
        with pytest.raises(InternalError, match="ZeroDivisionError"):
            engine.epoch(small())
    assert engine.epoch(small()).digest == expected
    assert issubclass(InternalError, YumaError)
