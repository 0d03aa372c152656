"""What epochs and the economics give."""

from __future__ import annotations

import hashlib
import json
import reprlib
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._canonical import canonical_bytes
from ._forms.base import Form, Json
from ._forms.lists import List, Maybe, Tuple
from ._forms.records import Record, snake_case
from .rows import SparseRows


class Result(Mapping[str, Any]):
    """Values by name, as attributes and as a mapping. What a rule set does not give is None, and not in the mapping."""

    def __init__(self, form: Record, values: Mapping[str, Any]) -> None:
        self._form = form
        self._values = values
        for field in form.fields:
            setattr(self, snake_case(field.name), _shown(field.form, values.get(field.name)))

    def to_dict(self) -> dict[str, Json]:
        """Give the JSON form: names in camelCase, integers from 64 bits on as decimal strings, rows as pairs."""
        return dict(self._form.to_json(self._values))

    def to_json(self) -> str:
        """Give the JSON form as a text, the same on every host."""
        return compact_json(self.to_dict())

    def __getitem__(self, name: str) -> Any:
        if self._form.in_python.get(name) not in self._values:
            raise KeyError(name)
        return getattr(self, name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, in_json in self._form.in_python.items() if in_json in self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Result) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = (f"{name}={reprlib.repr(value)}" for name, value in self.items())
        return f"{type(self).__name__}({', '.join(parts)})"


class Trace(Result):
    """The raw bits of every stage, 2^32 is one (docs/rules); None where a rule set or a mode does not have a stage."""

    stake: NDArray[np.int64]
    active_stake: NDArray[np.int64]
    weights_normalized: SparseRows
    pre_ranks: NDArray[np.int64] | None
    consensus: NDArray[np.int64]
    clipped_weights: SparseRows
    validator_trust: NDArray[np.int64]
    ranks_before_normalize: NDArray[np.int64]
    trust: NDArray[np.int64] | None
    incentive: NDArray[np.int64]
    weights_for_bonds: SparseRows | None
    bonds_normalized: SparseRows | None
    bonds_delta: SparseRows | None
    dividends: NDArray[np.int64]
    ema_bonds: SparseRows
    liquid_quantiles: NDArray[np.int64] | None
    liquid_logistic: NDArray[np.int64] | None
    liquid_alpha: NDArray[np.int64] | None
    liquid_alpha_consensus: NDArray[np.int64] | None


class NullTrace(Result):
    """The integers of a Null epoch."""

    winner: int | None
    stake: NDArray[np.int64]
    incentive_shares: list[int]
    dividend_shares: list[int]
    incentive: NDArray[np.int64]
    dividends: NDArray[np.int64]
    miner_budget: int
    validator_budget: int


class _Epoch(Result):
    """What both kinds of epoch give. Proportions are fractions of 65535, amounts are rao."""

    rule_set: str
    stake_weight: NDArray[np.uint16] | None
    active: NDArray[np.bool_]
    consensus: NDArray[np.uint16]
    dividends: NDArray[np.uint16]
    validator_trust: NDArray[np.uint16]
    ranks: NDArray[np.uint16] | None
    trust: NDArray[np.uint16] | None
    pruning_scores: NDArray[np.uint16] | None
    server_emission: NDArray[np.uint64]
    validator_emission: NDArray[np.uint64]
    emission: NDArray[np.uint64]
    new_validator_permits: NDArray[np.bool_]
    stake: NDArray[np.uint64] | None

    def __init__(self, form: Record, values: Mapping[str, Any], rule_set: str, digest: str | None) -> None:
        super().__init__(form, values)
        self.rule_set = rule_set
        self._digest = digest

    def canonical_bytes(self) -> bytes:
        """Give the bytes by which two nodes compare results (docs/interface.md)."""
        return canonical_bytes(self._form, self._values)

    @property
    def digest(self) -> str:
        """The SHA-256 of the canonical bytes, 64 hexadecimal digits."""
        if self._digest is None:
            self._digest = hashlib.sha256(self.canonical_bytes()).hexdigest()
        return self._digest


class EpochResult(_Epoch):
    """The result of one epoch. Proportions are fractions of 65535, amounts are rao."""

    incentive: NDArray[np.uint16]
    bonds: SparseRows
    """to store: fractions of 65535"""
    trace: Trace | None


class MechanismResult(Result):
    """What one mechanism of a subnet gave."""

    incentive: NDArray[np.uint16]
    consensus: NDArray[np.uint16]
    server_emission: NDArray[np.uint64]
    validator_emission: NDArray[np.uint64]
    bonds: SparseRows | None
    """None after a Null epoch, which has none"""


class SubnetResult(_Epoch):
    """The result of a subnet's epoch: of all its mechanisms together, and of each."""

    mechanisms: list[MechanismResult]
    trace: list[Trace] | list[NullTrace] | None


def compact_json(value: Json) -> str:
    """Give JSON without spaces, which can be written in any encoding of Unicode."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Halves of a pair have no bytes: what stands for them is what JSON has.
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _shown(form: Form, value: Any) -> Any:
    """Give a value as callers have it: records as results."""
    if value is None:
        return None
    if isinstance(form, Record):
        return Result(form, value)
    if isinstance(form, Maybe):
        return _shown(form.of, value)
    if isinstance(form, List):
        return [_shown(form.of, item) for item in value]
    if isinstance(form, Tuple):
        return tuple(_shown(of, item) for (of, _), item in zip(form.of, value, strict=True))
    return value
