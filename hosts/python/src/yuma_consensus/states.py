# Made by tools/typing_of_fields.py of interface.json.
"""The fields of states, for editors and type checkers: plain dicts at run time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

from .rows import SparseRows

RuleSet: TypeAlias = Literal[
    "spec-127",
    "spec-144",
    "spec-153",
    "spec-154",
    "spec-195",
    "spec-233",
    "spec-252",
    "spec-257",
    "spec-273",
    "spec-283",
    "spec-297",
    "spec-320",
    "spec-365",
    "spec-397",
    "spec-425",
    "spec-446",
    "spec-452",
    "spec-475",
]

Rows: TypeAlias = SparseRows | NDArray[np.uint16] | Sequence[Sequence[Sequence[int]]]
"""Sparse rows, a matrix, or [uid, value] pairs a row. A zero of a matrix is no entry."""


class State(TypedDict, total=False):
    """The fields of a state."""

    rule_set: RuleSet
    """default: the newest"""
    n: int
    """number of uids"""
    current_block: int
    """block number"""
    activity_cutoff: int
    """blocks"""
    block_at_registration: NDArray[np.uint64] | Sequence[int]
    """block number"""
    alpha_stake: NDArray[np.uint64] | Sequence[int]
    """rao; read from spec-233 on"""
    tao_stake: NDArray[np.uint64] | Sequence[int]
    """rao; read from spec-233 on"""
    tao_weight: int
    """fraction of 2^64-1; read from spec-233 on"""
    stake_threshold: int
    """rao; read from spec-273 on"""
    owner_uid: int | None
    """read from spec-252 on"""
    commit_reveal: bool
    """read from spec-297 on"""
    tempo: int
    """blocks; read from spec-257 on"""
    last_mechanism_step_block: int
    """block number, 0: never; read from spec-425 on"""
    last_yuma_step_block: int | None
    """block number, default: null; read from spec-475 on"""
    validator_permits: NDArray[np.bool_] | Sequence[bool]
    max_allowed_validators: int
    kappa: int
    """fraction of 65535"""
    bonds_penalty: int
    """fraction of 65535; read from spec-233 on"""
    bonds_moving_average: int
    """parts per million"""
    yuma3: bool
    """read from spec-273 on"""
    liquid_alpha: bool
    """read from spec-154 on"""
    alpha_sigmoid_steepness: int
    """hundredths; under spec-273 a u16, plain; read from spec-273 on"""
    alpha_low: int
    """fraction of 65535; read from spec-154 on"""
    alpha_high: int
    """fraction of 65535; read from spec-154 on"""
    liquid_alpha_consensus_mode: Literal["current", "previous", "auto"]
    """default: auto; read from spec-446 on"""
    last_update: NDArray[np.uint64] | Sequence[int]
    """block number"""
    weights: Rows
    """any scale: a row is normalised"""
    bonds: Rows
    """fraction of 65535"""
    commit_blocks: NDArray[np.uint64] | Sequence[int]
    """block number, 2^64-1: no commit; read from spec-297 on"""
    stake: NDArray[np.uint64] | Sequence[int]
    """rao, in place of alphaStake and taoStake; read up to spec-195"""
    previous_consensus: NDArray[np.uint16] | Sequence[int]
    """fraction of 65535, default: none; read from spec-446 on"""
    rao_emission: int
    """rao"""


class YumaSubnetState(TypedDict, total=False):
    """The fields of a state."""

    epoch_consensus: Literal["yuma"]
    rule_set: RuleSet
    """default: the newest"""
    n: int
    """number of uids"""
    current_block: int
    """block number"""
    activity_cutoff: int
    """blocks"""
    block_at_registration: NDArray[np.uint64] | Sequence[int]
    """block number"""
    alpha_stake: NDArray[np.uint64] | Sequence[int]
    """rao; read from spec-233 on"""
    tao_stake: NDArray[np.uint64] | Sequence[int]
    """rao; read from spec-233 on"""
    tao_weight: int
    """fraction of 2^64-1; read from spec-233 on"""
    stake_threshold: int
    """rao; read from spec-273 on"""
    owner_uid: int | None
    """read from spec-252 on"""
    commit_reveal: bool
    """read from spec-297 on"""
    tempo: int
    """blocks; read from spec-257 on"""
    last_mechanism_step_block: int
    """block number, 0: never; read from spec-425 on"""
    last_yuma_step_block: int | None
    """block number, default: null; read from spec-475 on"""
    validator_permits: NDArray[np.bool_] | Sequence[bool]
    max_allowed_validators: int
    kappa: int
    """fraction of 65535"""
    bonds_penalty: int
    """fraction of 65535; read from spec-233 on"""
    bonds_moving_average: int
    """parts per million"""
    yuma3: bool
    """read from spec-273 on"""
    liquid_alpha: bool
    """read from spec-154 on"""
    alpha_sigmoid_steepness: int
    """hundredths; under spec-273 a u16, plain; read from spec-273 on"""
    alpha_low: int
    """fraction of 65535; read from spec-154 on"""
    alpha_high: int
    """fraction of 65535; read from spec-154 on"""
    liquid_alpha_consensus_mode: Literal["current", "previous", "auto"]
    """default: auto; read from spec-446 on"""
    miner_budget: int
    """rao"""
    local_dividend_budget: int
    """rao"""
    root_budget: int
    """rao"""
    emission_split: NDArray[np.uint16] | Sequence[int] | None
    """fraction of 65535"""
    mechanisms: Sequence[YumaSubnetStateMechanism] | Sequence[Mapping[str, Any]]


class NullSubnetState(TypedDict, total=False):
    """The fields of a state."""

    epoch_consensus: Literal["null"]
    rule_set: RuleSet
    """default: the newest"""
    n: int
    """number of uids"""
    current_block: int
    """block number"""
    activity_cutoff: int
    """blocks"""
    block_at_registration: NDArray[np.uint64] | Sequence[int]
    """block number"""
    alpha_stake: NDArray[np.uint64] | Sequence[int]
    """rao"""
    tao_stake: NDArray[np.uint64] | Sequence[int]
    """rao"""
    tao_weight: int
    """fraction of 2^64-1"""
    stake_threshold: int
    """rao"""
    owner_uid: int | None
    commit_reveal: bool
    miner_budget: int
    """rao"""
    local_dividend_budget: int
    """rao"""
    root_budget: int
    """rao"""
    emission_split: NDArray[np.uint16] | Sequence[int] | None
    """fraction of 65535"""
    mechanisms: Sequence[NullSubnetStateMechanism] | Sequence[Mapping[str, Any]]


class YumaSubnetStateMechanism(TypedDict, total=False):
    """The fields of a state."""

    last_update: NDArray[np.uint64] | Sequence[int]
    """block number"""
    weights: Rows
    """any scale: a row is normalised"""
    bonds: Rows
    """fraction of 65535"""
    commit_blocks: NDArray[np.uint64] | Sequence[int]
    """block number, 2^64-1: no commit"""
    previous_consensus: NDArray[np.uint16] | Sequence[int]
    """fraction of 65535, default: none"""


class NullSubnetStateMechanism(TypedDict, total=False):
    """The fields of a state."""

    last_update: NDArray[np.uint64] | Sequence[int]
    """block number"""
    weights: Rows
    """any scale: a row is normalised"""
    bonds: Rows
    """fraction of 65535"""
    commit_blocks: NDArray[np.uint64] | Sequence[int]
    """block number, 2^64-1: no commit"""
