"""Epochs: what goes in, what comes out, and that it is the same however it goes in."""

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from yuma_consensus import Engine, InvalidInputError, SparseRows, epoch, example_state, read_state
from yuma_consensus.states import State

DIGEST = "053c053a0b190df6c46bbf0f7e1be05fef6cdfde58a563b677696d4f89d52885"
STATE = Path(__file__).parents[1] / "src" / "yuma_consensus" / "modules" / "state.json"


def small(**changed: Any) -> dict[str, Any]:
    """Three uids, the first of them a validator."""
    return {
        "n": 3,
        "current_block": 1000,
        "tempo": 10,
        "last_mechanism_step_block": 990,
        "activity_cutoff": 5000,
        "last_update": [995, 995, 995],
        "block_at_registration": [0, 0, 0],
        "alpha_stake": [10**12, 0, 0],
        "tao_stake": [0, 0, 0],
        "tao_weight": 0,
        "stake_threshold": 0,
        "owner_uid": None,
        "commit_reveal": False,
        "commit_blocks": [2**64 - 1] * 3,
        "validator_permits": [True, False, False],
        "max_allowed_validators": 1,
        "kappa": 32767,
        "bonds_penalty": 65535,
        "bonds_moving_average": 900_000,
        "yuma3": False,
        "liquid_alpha": False,
        "alpha_sigmoid_steepness": 1000,
        "alpha_low": 45875,
        "alpha_high": 58982,
        "weights": [[[1, 1], [2, 3]], [], []],
        "bonds": [[], [], []],
        "rao_emission": 10**9,
        **changed,
    }


def test_json_text_bytes_and_dicts_are_the_same_state() -> None:
    text = STATE.read_text("utf-8")
    in_bytes = (text.encode(), memoryview(text.encode("utf-16")))
    for state in (text, *in_bytes, json.loads(text), read_state(text), example_state()):
        assert epoch(state).digest == DIGEST


def test_the_module_makes_the_same_digest_as_the_host_on_both_builds() -> None:
    for simd in (True, False):
        result = Engine(simd=simd).epoch(example_state(), digest=True)
        assert result.digest == DIGEST
        result._digest = None
        assert result.digest == DIGEST


def test_results_are_arrays_and_have_a_json_form() -> None:
    result = epoch(small())
    assert result.rule_set == "spec-475"
    assert result.incentive.dtype == np.uint16
    assert result.emission.dtype == np.uint64
    assert result.new_validator_permits.tolist() == [True, False, False]
    assert result.ranks is None
    assert "ranks" not in result
    assert result["incentive"] is result.incentive
    assert result.incentive.tolist() == [0, 16383, 49151]
    assert result.emission.tolist() == [500_000_000, 125_000_000, 375_000_000]
    out = json.loads(result.to_json())
    assert out == result.to_dict()
    assert list(out)[:3] == ["stakeWeight", "active", "consensus"]
    assert out["emission"] == [str(one) for one in result.emission.tolist()]
    assert "incentive=" in repr(result)


def test_a_result_is_ones_own() -> None:
    engine = Engine()
    first = engine.epoch(small())
    before = first.emission.copy()
    engine.epoch(small(rao_emission=1))
    assert np.array_equal(first.emission, before)
    first.emission[0] = 7


def test_arrays_of_any_integer_type() -> None:
    expected = epoch(small()).digest
    for dtype in (np.uint64, np.int64, np.int32, object):
        state = small(last_update=np.array([995, 995, 995], dtype), kappa=np.int32(32767))
        assert epoch(state).digest == expected
    assert epoch(small(validator_permits=np.array([1, 0, 0], np.uint8))).digest == expected
    assert epoch(small(validator_permits=np.array([True, False, False]))).digest == expected
    assert epoch(small(last_update=("995", 995, np.uint64(995)))).digest == expected


def test_names_of_json_in_a_dict() -> None:
    state = small()
    state["raoEmission"] = str(state.pop("rao_emission"))
    assert epoch(state).digest == epoch(small()).digest
    with pytest.raises(InvalidInputError, match="each field once"):
        epoch({**state, "rao_emission": 1})


def test_weights_as_a_matrix_or_as_rows() -> None:
    state = example_state()
    expected = epoch(state).digest
    rows = state["weights"]
    dense = rows.to_dense()
    assert dense.shape == (256, 256)
    assert SparseRows.from_dense(dense).to_dense().tolist() == dense.tolist()
    pairs = rows.to_pairs()
    uids, values = rows.row(0)
    assert pairs[0] == list(map(list, zip(uids.tolist(), values.tolist(), strict=True)))
    tuples = [[tuple(pair) for pair in row] for row in pairs]
    for weights in (rows, pairs, tuples, Csr(rows), dense.astype(np.int64)):
        assert epoch({**state, "weights": weights}).digest == expected


class Csr:
    """What a sparse matrix of SciPy's is to us."""

    def __init__(self, rows: SparseRows) -> None:
        self.indptr = rows.starts.astype(np.int32)
        self.indices = rows.uids.astype(np.int32)
        self.data = rows.values

    def tocsr(self) -> "Csr":
        return self


def test_bonds_go_from_epoch_to_epoch() -> None:
    state = small(yuma3=True)
    for _ in range(3):
        result = epoch(state)
        state["bonds"] = result.bonds
    assert result.bonds.to_pairs() == [[[1, 4439], [2, 13319]], [], []]
    assert epoch({**state, "bonds": result.bonds.to_pairs()}) == epoch(state)


def test_a_trace_has_the_raw_bits_of_every_stage() -> None:
    result = epoch(small(), trace=True)
    assert result.trace is not None
    assert result.trace.stake.tolist() == [2**32, 0, 0]
    assert result.trace.weights_normalized.values.dtype == np.int64
    assert result.trace.pre_ranks is None
    assert "trace" not in result.to_dict()
    assert epoch(small()).trace is None


def test_fields_that_a_rule_set_does_not_read_may_be_missing() -> None:
    state = small(rule_set="spec-195", stake=np.array([5, 0, 0], np.uint64))
    full = epoch(state)
    for name in ("alpha_stake", "tao_stake", "tao_weight", "yuma3", "tempo", "owner_uid"):
        del state[name]
    assert epoch(state).digest == full.digest
    assert full.stake is None
    assert full.ranks is not None


def test_a_typed_state() -> None:
    state: State = {"n": 0, "kappa": 1}
    with pytest.raises(InvalidInputError, match="currentBlock"):
        epoch(state)


def test_no_uids() -> None:
    lists = ("last_update", "block_at_registration", "alpha_stake", "tao_stake", "commit_blocks", "validator_permits")
    result = epoch(small(n=0, weights=np.zeros((0, 0), np.uint16), bonds=[], **{name: [] for name in lists}))
    assert result.emission.tolist() == []
    assert len(result.digest) == 64


def test_threads_have_engines_of_their_own() -> None:
    state = example_state()
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda _: epoch(state).digest, range(16))) == {DIGEST}


def test_an_engine_does_not_leave_its_process() -> None:
    with pytest.raises(TypeError, match="stays in its process"):
        pickle.dumps(Engine())
