# Made by tools/typing_of_fields.py of interface.json.
"""The economics by name, and the types of their fields."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypedDict, overload

from ._given import Given, Input
from .results import Result

class PriceSharesSubnet(TypedDict):
    netuid: int
    mechanism: int
    """0: no pool, and a price of one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""
    miner_burned: int
    """raw U96F32: 2^32 is one"""
    emission_enabled: bool

class GatedSharesSubnet(TypedDict):
    netuid: int
    mechanism: int
    """0: no pool, and a price of one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""
    miner_burned: int
    """raw U96F32: 2^32 is one"""
    emission_enabled: bool

class FlowSharesSubnet(TypedDict):
    netuid: int
    tao_flow: int
    """rao"""
    tao_ema: tuple[int, int] | None
    """block number, raw I64F64 rao: 2^64 is one"""
    protocol_flow: int
    """rao"""
    protocol_ema: tuple[int, int] | None
    """block number, raw I64F64 rao: 2^64 is one"""

class CoinbaseBlockSubnet(TypedDict):
    netuid: int
    mechanism: int
    """0: no pool, and a price of one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""
    miner_burned: int
    """raw U96F32: 2^32 is one"""
    emission_enabled: bool
    alpha_in: int
    """rao"""
    alpha_out: int
    """rao"""
    price: int
    """raw U64F64 TAO an alpha: 2^64 is one"""
    owner_cut_enabled: bool

class DividendDistributionHotkey(TypedDict):
    id: int
    dividend: int
    """raw U96F32 rao: 2^32 is one"""
    stake: tuple[int, int] | None
    """rao, rao"""

class DividendDistribution475Hotkey(TypedDict):
    id: int
    dividend: int
    """raw U96F32 rao: 2^32 is one"""
    stake: tuple[int, int] | None
    """rao, rao"""
    on_root: bool

class ParentChildParent(TypedDict):
    id: int
    alpha_stake: int
    """rao"""
    root_stake: int
    """rao"""
    proportion: int
    """fraction of 2^64-1"""
    same_owner: bool

class DistributeHotkey(TypedDict):
    id: int
    owner: int
    is_owner_hotkey: bool
    alpha_stake: int
    """rao"""
    root_stake: int
    """rao"""
    children: Sequence[int]
    """fraction of 2^64-1, given to each child"""
    parents: Sequence[tuple[int, int]]
    """fraction of 2^64-1"""
    childkey_take: int
    """fraction of 65535"""
    take: int
    """fraction of 65535"""

class ScheduleSimSubnet(TypedDict):
    netuid: int
    tempo: int
    """blocks"""
    last_epoch_block: int
    """block number"""
    pending_epoch_at: int
    """block number, 0: none"""
    blocks_since_last_step: int
    """blocks"""
    epoch_index: int
    consistent: bool
    """an inconsistent one is skipped"""

class ScheduleSim475Subnet(TypedDict):
    netuid: int
    tempo: int
    """blocks"""
    last_epoch_block: int
    """block number"""
    pending_epoch_at: int
    """block number, 0: none"""
    blocks_since_last_step: int
    """blocks"""
    epoch_index: int
    consistent: bool
    """an inconsistent one is skipped"""
    null_consensus: bool

class PriceShares233Subnet(TypedDict):
    netuid: int
    mechanism: int
    """0: no pool, and a price of one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""

class PriceShares261Subnet(TypedDict):
    netuid: int
    mechanism: int
    """0: no pool, and a price of one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""

class PriceShares421Subnet(TypedDict):
    netuid: int
    mechanism: int
    """0: no pool, and a price of one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""
    miner_burned: int
    """raw U96F32: 2^32 is one"""
    emission_enabled: bool
    alpha_issuance: int
    """rao"""

class FlowShares334Subnet(TypedDict):
    netuid: int
    mechanism: int
    """0: no pool, and a price of one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""
    price: int
    """raw U96F32 TAO an alpha: 2^32 is one"""
    tao_flow: int
    """rao"""
    tao_ema: tuple[int, int] | None
    """block number, raw I64F64 rao: 2^64 is one"""

class FlowShares411Subnet(TypedDict):
    netuid: int
    tao_flow: int
    """rao"""
    tao_ema: tuple[int, int] | None
    """block number, raw I64F64 rao: 2^64 is one"""
    protocol_flow: int
    """rao"""
    protocol_ema: tuple[int, int] | None
    """block number, raw I64F64 rao: 2^64 is one"""
    emission_enabled: bool

class ParentChild233Parent(TypedDict):
    id: int
    alpha_stake: int
    """rao"""
    root_stake: int
    """rao"""
    proportion: int
    """fraction of 2^64-1"""

class DividendDistribution233Hotkey(TypedDict):
    id: int
    dividend: int
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    stake: tuple[int, int]
    """rao, rao"""

class Distribute233Hotkey(TypedDict):
    id: int
    owner: int
    is_owner_hotkey: bool
    alpha_stake: int
    """rao"""
    root_stake: int
    """rao"""
    children: Sequence[int]
    """fraction of 2^64-1, given to each child"""
    parents: Sequence[tuple[int, int]]
    """fraction of 2^64-1"""
    childkey_take: int
    """fraction of 65535"""
    take: int
    """fraction of 65535"""

class ImmuneOwnerHotkeys306Owned(TypedDict):
    id: int
    uid: int | None
    registered_at: int
    """block number"""

class AccumulateHotkey195Parent(TypedDict):
    id: int
    proportion: int
    """fraction of 2^64-1"""
    stake: int
    """rao"""

class DrainHotkey195Nominator(TypedDict):
    id: int
    stake: int
    """rao"""
    last_stake_increase: int
    """block number"""
    stake_delta: int
    """rao"""

class EmitThroughHotkey127Nominator(TypedDict):
    id: int
    stake: int
    """rao"""

class BlockEmissionResult(Result):
    emission: int
    """rao"""
    residual: int | None
    """raw I96F32: 2^32 is one"""

class RootEpochResult(Result):
    stake: list[int] | None
    """raw I64F64: 2^64 is one"""
    ranks: list[int] | None
    """raw I64F64: 2^64 is one"""
    trust: list[int] | None
    """raw I64F64: 2^64 is one"""
    consensus: list[int] | None
    """raw I64F64: 2^64 is one"""
    shares: list[int] | None
    """raw I64F64: 2^64 is one"""
    emission: list[int] | None
    """rao"""
    error: str | None
    """the chain's own error, in place of all others"""

class PriceSharesResult(Result):
    price_shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    emissions: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""
    root_sell_flag: bool

class GatedSharesResult(Result):
    price_shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    emissions: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""
    root_sell_flag: bool
    weighted_shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    bar_after: int
    """raw U64F64: 2^64 is one"""
    underflow_restored: bool

class FlowSharesResult(Result):
    user_ema: list[tuple[int, int]]
    """raw I64F64 rao: 2^64 is one"""
    protocol_ema: list[tuple[int, int]]
    """raw I64F64 rao: 2^64 is one"""
    norm_factor: int
    """raw I64F64: 2^64 is one"""
    net_flows: list[tuple[int, int]]
    """raw I64F64 rao: 2^64 is one"""
    lower_limit: int
    """raw I64F64 rao: 2^64 is one"""
    offset_flows: list[tuple[int, int]]
    """raw U64F64 rao: 2^64 is one"""
    shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""

class PowNormalizeResult(Result):
    flows: list[int]
    """raw U64F64: 2^64 is one"""

class SafePowResult(Result):
    y: int
    """raw U64F64: 2^64 is one"""

class CheckedSqrtResult(Result):
    y: int
    """raw U64F64: 2^64 is one"""

class RootProportionResult(Result):
    y: int
    """raw U96F32: 2^32 is one"""

class SubnetTermsResult(Result):
    alpha_emission: int
    """raw U96F32 rao: 2^32 is one"""
    root_proportion: int
    """raw U96F32: 2^32 is one"""
    cap: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_in: int
    """raw U96F32 rao: 2^32 is one"""
    tao_in: int
    """raw U96F32 rao: 2^32 is one"""
    excess_tao: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_out: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_in_u64: int
    """rao"""
    tao_in_u64: int
    """rao"""
    excess_tao_u64: int
    """rao"""
    alpha_out_u64: int
    """rao"""

class AlphaSplitResult(Result):
    alpha_created: int
    """rao"""
    owner_cut: int
    """raw U96F32 rao: 2^32 is one"""
    root_proportion: int
    """raw U96F32: 2^32 is one"""
    root_alpha: int
    """raw U96F32 rao: 2^32 is one"""
    server: int
    """raw U96F32 rao: 2^32 is one"""
    total_validator: int
    """raw U96F32 rao: 2^32 is one"""
    validator: int
    """raw U96F32 rao: 2^32 is one"""
    owner_cut_u64: int
    """rao"""
    root_alpha_u64: int
    """rao"""
    server_u64: int
    """rao"""
    validator_u64: int
    """rao"""

class CoinbaseBlockResult(Result):
    block_emission: int
    """rao"""
    root_sell_flag: bool
    subnets: list[tuple[int, CoinbaseBlockResultSubnet]]

class MovingPriceResult(Result):
    alpha: int
    """raw U64F64: 2^64 is one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""

class DividendDistributionResult(Result):
    alpha_dividends: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""
    root_alpha_dividends: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""

class DividendDistribution475Result(Result):
    alpha_dividends: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""
    root_alpha_dividends: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""

class SelfContributionResult(Result):
    y: int
    """rao"""

class ParentChildResult(Result):
    tuples: list[tuple[int, int]]
    """rao"""
    recycled: list[int]
    """rao"""

class TakeSplitResult(Result):
    take: int
    """rao"""
    rest: int
    """rao"""

class WithheldResult(Result):
    y: int
    """raw U96F32: 2^32 is one"""

class DistributeResult(Result):
    validator_alpha: int
    """rao"""
    incentives: list[tuple[int, int]]
    """rao"""
    dividends: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""
    ck_recycled: list[int]
    """rao"""
    alpha_dividends: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""
    root_alpha_dividends: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""
    alpha_take_rest: list[tuple[int, int, int]]
    """rao, rao"""
    root_take_rest: list[tuple[int, int, int]]
    """rao, rao"""
    miner_burned: int
    """raw U96F32: 2^32 is one"""

class ScheduleResult(Result):
    should_run: bool
    blocks_until_next_auto: int
    """blocks, 2^64-1: never"""
    next_epoch_start: int | None
    """block number"""

class Schedule475Result(Result):
    should_run: bool

class ScheduleOldResult(Result):
    blocks_until_next_epoch: int
    """blocks"""

class ScheduleSimResult(Result):
    events: list[tuple[int, int, Literal["run", "skipped", "deferred"]]]
    """block number"""
    deferred_before_drain: list[tuple[int, list[int]]]
    """block number"""
    final: list[ScheduleSimResultFinal]

class ScheduleSim475Result(Result):
    events: list[tuple[int, int, Literal["run", "skipped", "deferred"]]]
    """block number"""
    deferred_before_drain: list[tuple[int, list[int]]]
    """block number"""
    caps: list[int]
    """epochs a block"""
    final: list[ScheduleSim475ResultFinal]

class PriceShares233Result(Result):
    total_moving_prices: int
    """raw I96F32: 2^32 is one"""
    emissions: list[tuple[int, int]]
    """raw I96F32 rao: 2^32 is one"""

class PriceShares261Result(Result):
    total_moving_prices: int
    """raw U96F32: 2^32 is one"""
    emissions: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""

class PriceShares421Result(Result):
    root_proportions: list[tuple[int, int]]
    """raw U96F32: 2^32 is one"""
    price_shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    emissions: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""
    root_sell_flag: bool

class FlowShares334Result(Result):
    user_ema: list[tuple[int, int]]
    """raw I64F64 rao: 2^64 is one"""
    flow_kept: list[int]
    """netuid"""
    lower_limit: int
    """raw I64F64 rao: 2^64 is one"""
    offset_flows: list[tuple[int, int]]
    """raw U64F64 rao: 2^64 is one"""
    shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    emissions: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""

class FlowShares411Result(Result):
    user_ema: list[tuple[int, int]]
    """raw I64F64 rao: 2^64 is one"""
    protocol_ema: list[tuple[int, int]]
    """raw I64F64 rao: 2^64 is one"""
    norm_factor: int
    """raw I64F64: 2^64 is one"""
    net_flows: list[tuple[int, int]]
    """raw I64F64 rao: 2^64 is one"""
    lower_limit: int
    """raw I64F64 rao: 2^64 is one"""
    offset_flows: list[tuple[int, int]]
    """raw U64F64 rao: 2^64 is one"""
    shares: list[tuple[int, int]]
    """raw U64F64: 2^64 is one"""
    emissions: list[tuple[int, int]]
    """raw U96F32 rao: 2^32 is one"""

class MovingPrice233Result(Result):
    alpha: int
    """raw I96F32 up to spec 260, U96F32 from 261: 2^32 is one"""
    moving_price: int
    """raw I96F32 TAO an alpha: 2^32 is one"""

class PoolPrice233Result(Result):
    y: int
    """raw I96F32 up to spec 260, U96F32 from 261, TAO an alpha: 2^32 is one"""

class SubnetTerms233Result(Result):
    alpha_emission: int
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    alpha_in: int
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    tao_in: int
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    alpha_out: int
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    alpha_in_u64: int
    """rao"""
    tao_in_u64: int
    """rao"""
    alpha_out_u64: int
    """rao"""

class SubnetTerms298Result(Result):
    tao_ratio: int
    """raw U96F32: 2^32 is one"""
    subsidised: bool
    alpha_emission: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_in: int
    """raw U96F32 rao: 2^32 is one"""
    tao_in: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_out: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_in_u64: int
    """rao"""
    tao_in_u64: int
    """rao"""
    alpha_out_u64: int
    """rao"""
    buy_tao: int
    """raw U96F32 rao: 2^32 is one"""
    buy_tao_u64: int
    """rao"""

class SubnetTerms342Result(Result):
    cap: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_emission: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_in: int
    """raw U96F32 rao: 2^32 is one"""
    tao_in: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_out: int
    """raw U96F32 rao: 2^32 is one"""
    alpha_in_u64: int
    """rao"""
    tao_in_u64: int
    """rao"""
    alpha_out_u64: int
    """rao"""
    excess_tao: int
    """raw U96F32 rao: 2^32 is one"""
    excess_tao_u64: int
    """rao"""

class PoolSell233Result(Result):
    tao: int | None
    """rao, null: nothing is sold"""

class AlphaSplit233Result(Result):
    owner_cut: int
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    root_proportion: int
    """raw U96F32: 2^32 is one"""
    root_alpha: int
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    pending_alpha: int
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    added: AlphaSplit233ResultAdded

class GenerateEmission127Result(Result):
    skipped: bool
    owner_paid: int
    """rao"""
    pending: int
    """rao"""
    epoch_emission: int | None
    """rao, null: no epoch is due"""
    blocks_since_last_step: int
    """blocks"""

class GenerateEmission195Result(Result):
    pending: int
    """rao"""
    epoch_emission: int | None
    """rao, null: nothing is paid"""
    owner_paid: int
    """rao"""
    lost: int
    """rao"""

class ParentChild233Result(Result):
    tuples: list[tuple[int, int]]
    """rao"""

class DividendDistribution233Result(Result):
    alpha_dividends: list[tuple[int, int]]
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    root_dividends: list[tuple[int, int]]
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""

class ValidatorPool257Result(Result):
    y: int
    """rao"""

class Distribute233Result(Result):
    epoch_amount: int
    """rao"""
    validator_pool: int | None
    """rao, null before 257"""
    incentives: list[tuple[int, int]]
    """rao"""
    withheld: list[int]
    """id"""
    dividends: list[tuple[int, int]]
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    ck_recycled: list[int]
    """rao"""
    alpha_dividends: list[tuple[int, int]]
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    root_dividends: list[tuple[int, int]]
    """raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one"""
    alpha_take_rest: list[tuple[int, int, int]]
    """rao, rao"""
    root_take_rest: list[tuple[int, int, int]]
    """rao, rao"""

class ImmuneOwnerHotkeys306Result(Result):
    hotkeys: list[int]
    """id"""

class AccumulateHotkey195Result(Result):
    parents: list[tuple[int, int]]
    """rao"""
    pending_added: int
    """rao"""
    untouchable_added: int
    """rao"""

class DrainHotkey195Result(Result):
    take: int
    """rao"""
    viable_stake: int
    """rao"""
    nominators: list[tuple[int, int]]
    """rao"""
    to_hotkey: int
    """rao"""
    new_tao: int
    """rao"""

class ShouldDrainHotkey195Result(Result):
    hash: int
    """first 8 bytes, little-endian"""
    drain: bool

class EmitThroughHotkey127Result(Result):
    take: int
    """rao"""
    to_owner: int
    """rao"""
    to_owner_after: int
    """rao"""
    nominators: list[tuple[int, int]]
    """rao"""

class InheritedStake195Result(Result):
    stake: list[int]
    """rao"""

class CoinbaseBlockResultSubnet(Result):
    emission: int
    """raw U96F32 rao: 2^32 is one"""
    tao_in: int
    """rao"""
    alpha_in: int
    """rao"""
    alpha_out: int
    """rao"""
    excess_tao: int
    """rao"""
    owner: int
    """rao"""
    server: int
    """rao"""
    validator: int
    """rao"""
    root_alpha: int
    """rao"""

class ScheduleSimResultFinal(Result):
    netuid: int
    tempo: int
    """blocks"""
    last_epoch_block: int
    """block number"""
    pending_epoch_at: int
    """block number, 0: none"""
    blocks_since_last_step: int
    """blocks"""
    epoch_index: int
    consistent: bool

class ScheduleSim475ResultFinal(Result):
    netuid: int
    tempo: int
    """blocks"""
    last_epoch_block: int
    """block number"""
    pending_epoch_at: int
    """block number, 0: none"""
    blocks_since_last_step: int
    """blocks"""
    epoch_index: int
    consistent: bool

class AlphaSplit233ResultAdded(Result):
    owner_cut: int
    """rao"""
    emission: int
    """rao"""
    swapped: int
    """rao"""
    root_tao: int
    """rao"""
    root_alpha: int
    """rao"""

class Economics:
    """One method for each function, with its fields as keywords, or all in a mapping or in JSON."""
    def __init__(self, answer: Callable[[str, Input | Given], Result]) -> None: ...
    def call(self, name: str, data: Input | Given) -> Result:
        """Call a function by its name."""
    @staticmethod
    def names() -> list[str]:
        """Give the names of all functions."""
    @overload
    def block_emission(self, data: Input, /) -> BlockEmissionResult: ...
    @overload
    def block_emission(self, *, issuance: int) -> BlockEmissionResult:
        """block_emission, number 101 of the interface.

        issuance: rao
        """
    @overload
    def root_epoch(self, data: Input, /) -> RootEpochResult: ...
    @overload
    def root_epoch(
        self,
        *,
        n: int,
        netuids: Sequence[int],
        total_networks: int,
        stakes: Sequence[int],
        weights: Sequence[tuple[int, Sequence[tuple[int, int]]]],
        rho: int,
        kappa: int,
        block_emission: int,
        normalize_rows: bool,
    ) -> RootEpochResult:
        """root_epoch, number 102 of the interface.

        n: root validators
        total_networks: networks that the chain counts
        stakes: rao
        kappa: fraction of 65535
        block_emission: rao
        """
    @overload
    def price_shares(self, data: Input, /) -> PriceSharesResult: ...
    @overload
    def price_shares(
        self, *, block_emission: int, subnets: Sequence[PriceSharesSubnet] | Sequence[Mapping[str, Any]]
    ) -> PriceSharesResult:
        """price_shares, number 103 of the interface.

        block_emission: rao
        """
    @overload
    def gated_shares(self, data: Input, /) -> GatedSharesResult: ...
    @overload
    def gated_shares(
        self,
        *,
        block_emission: int,
        subnets: Sequence[GatedSharesSubnet] | Sequence[Mapping[str, Any]],
        block: int,
        rank: int,
        quantile: int,
        exponent: int,
        stored_bar: int,
        miner_burn_weighting: bool,
    ) -> GatedSharesResult:
        """gated_shares, number 104 of the interface.

        block_emission: rao
        block: block number
        rank: 0: the bar is by quantile
        quantile: raw U64F64: 2^64 is one
        exponent: raw U64F64: 2^64 is one
        stored_bar: raw U64F64: 2^64 is one
        """
    @overload
    def flow_shares(self, data: Input, /) -> FlowSharesResult: ...
    @overload
    def flow_shares(
        self,
        *,
        block: int,
        smoothing: int,
        cutoff: int,
        exponent: int,
        net_flow_enabled: bool,
        subnets: Sequence[FlowSharesSubnet] | Sequence[Mapping[str, Any]],
    ) -> FlowSharesResult:
        """flow_shares, number 105 of the interface.

        block: block number
        smoothing: fraction of 2^63-1
        cutoff: raw I64F64 rao: 2^64 is one
        exponent: raw U64F64: 2^64 is one
        """
    @overload
    def pow_normalize(self, data: Input, /) -> PowNormalizeResult: ...
    @overload
    def pow_normalize(self, *, flows: Sequence[int], p: int) -> PowNormalizeResult:
        """pow_normalize, number 106 of the interface.

        flows: raw U64F64: 2^64 is one
        p: raw U64F64: 2^64 is one
        """
    @overload
    def safe_pow(self, data: Input, /) -> SafePowResult: ...
    @overload
    def safe_pow(self, *, val: int, p: int) -> SafePowResult:
        """safe_pow, number 107 of the interface.

        val: raw U64F64: 2^64 is one
        p: raw U64F64: 2^64 is one
        """
    @overload
    def checked_sqrt(self, data: Input, /) -> CheckedSqrtResult: ...
    @overload
    def checked_sqrt(self, *, x: int, epsilon: int) -> CheckedSqrtResult:
        """checked_sqrt, number 108 of the interface.

        x: raw U64F64: 2^64 is one
        epsilon: raw U64F64: 2^64 is one
        """
    @overload
    def root_proportion(self, data: Input, /) -> RootProportionResult: ...
    @overload
    def root_proportion(self, *, root_tao: int, alpha_issuance: int, tao_weight: int) -> RootProportionResult:
        """root_proportion, number 109 of the interface.

        root_tao: rao
        alpha_issuance: rao
        tao_weight: fraction of 2^64-1
        """
    @overload
    def subnet_terms(self, data: Input, /) -> SubnetTermsResult: ...
    @overload
    def subnet_terms(
        self, *, tao_emission: int, alpha_issuance: int, price: int, root_tao: int, tao_weight: int
    ) -> SubnetTermsResult:
        """subnet_terms, number 110 of the interface.

        tao_emission: raw U96F32 rao: 2^32 is one
        alpha_issuance: rao
        price: raw U64F64 TAO an alpha: 2^64 is one
        root_tao: rao
        tao_weight: fraction of 2^64-1
        """
    @overload
    def alpha_split(self, data: Input, /) -> AlphaSplitResult: ...
    @overload
    def alpha_split(
        self,
        *,
        alpha_out: int,
        alpha_issuance_after_mint: int,
        owner_cut: int,
        owner_cut_enabled: bool,
        root_tao: int,
        tao_weight: int,
    ) -> AlphaSplitResult:
        """alpha_split, number 111 of the interface.

        alpha_out: raw U96F32 rao: 2^32 is one
        alpha_issuance_after_mint: rao
        owner_cut: fraction of 65535
        root_tao: rao
        tao_weight: fraction of 2^64-1
        """
    @overload
    def coinbase_block(self, data: Input, /) -> CoinbaseBlockResult: ...
    @overload
    def coinbase_block(
        self,
        *,
        issuance: int,
        root_tao: int,
        tao_weight: int,
        owner_cut: int,
        subnets: Sequence[CoinbaseBlockSubnet] | Sequence[Mapping[str, Any]],
    ) -> CoinbaseBlockResult:
        """coinbase_block, number 112 of the interface.

        issuance: rao
        root_tao: rao
        tao_weight: fraction of 2^64-1
        owner_cut: fraction of 65535
        """
    @overload
    def moving_price(self, data: Input, /) -> MovingPriceResult: ...
    @overload
    def moving_price(
        self,
        *,
        netuid: int,
        mechanism: int,
        block: int,
        first_emission_block: int | None,
        halving_blocks: int,
        moving_alpha: int,
        moving_price: int,
        price: int,
    ) -> MovingPriceResult:
        """moving_price, number 113 of the interface.

        mechanism: 0: no pool, and a price of one
        block: block number
        first_emission_block: block number
        halving_blocks: blocks
        moving_alpha: raw I96F32: 2^32 is one
        moving_price: raw I96F32 TAO an alpha: 2^32 is one
        price: raw U64F64 TAO an alpha: 2^64 is one
        """
    @overload
    def dividend_distribution(self, data: Input, /) -> DividendDistributionResult: ...
    @overload
    def dividend_distribution(
        self,
        *,
        hotkeys: Sequence[DividendDistributionHotkey] | Sequence[Mapping[str, Any]],
        pending_alpha: int,
        pending_root_alpha: int,
        tao_weight: int,
    ) -> DividendDistributionResult:
        """dividend_distribution, number 114 of the interface.

        pending_alpha: rao
        pending_root_alpha: rao
        tao_weight: raw U96F32: 2^32 is one
        """
    @overload
    def dividend_distribution_475(self, data: Input, /) -> DividendDistribution475Result: ...
    @overload
    def dividend_distribution_475(
        self,
        *,
        hotkeys: Sequence[DividendDistribution475Hotkey] | Sequence[Mapping[str, Any]],
        pending_alpha: int,
        pending_root_alpha: int,
        tao_weight: int,
    ) -> DividendDistribution475Result:
        """dividend_distribution_475, number 115 of the interface.

        pending_alpha: rao
        pending_root_alpha: rao
        tao_weight: raw U96F32: 2^32 is one
        """
    @overload
    def self_contribution(self, data: Input, /) -> SelfContributionResult: ...
    @overload
    def self_contribution(
        self, *, alpha_stake: int, root_stake: int, children: Sequence[int], tao_weight: int
    ) -> SelfContributionResult:
        """self_contribution, number 116 of the interface.

        alpha_stake: rao
        root_stake: rao
        children: fraction of 2^64-1, given to each child
        tao_weight: fraction of 2^64-1
        """
    @overload
    def parent_child(self, data: Input, /) -> ParentChildResult: ...
    @overload
    def parent_child(
        self,
        *,
        hotkey: int,
        dividends: int,
        self_contribution: int,
        parents: Sequence[ParentChildParent] | Sequence[Mapping[str, Any]],
        childkey_take: int,
        ck_burn: int,
        tao_weight: int,
    ) -> ParentChildResult:
        """parent_child, number 117 of the interface.

        dividends: rao
        self_contribution: rao
        childkey_take: fraction of 65535
        ck_burn: fraction of 2^64-1
        tao_weight: fraction of 2^64-1
        """
    @overload
    def take_split(self, data: Input, /) -> TakeSplitResult: ...
    @overload
    def take_split(self, *, dividends: int, take: int) -> TakeSplitResult:
        """take_split, number 118 of the interface.

        dividends: raw U96F32 rao: 2^32 is one
        take: fraction of 65535
        """
    @overload
    def withheld(self, data: Input, /) -> WithheldResult: ...
    @overload
    def withheld(self, *, withheld: int, total: int) -> WithheldResult:
        """withheld, number 119 of the interface.

        withheld: rao
        total: rao
        """
    @overload
    def distribute(self, data: Input, /) -> DistributeResult: ...
    @overload
    def distribute(
        self,
        *,
        hotkey_emission: Sequence[tuple[int, int, int]],
        hotkeys: Sequence[DistributeHotkey] | Sequence[Mapping[str, Any]],
        pending_server: int,
        pending_validator: int,
        pending_root_alpha: int,
        ck_burn: int,
        tao_weight: int,
    ) -> DistributeResult:
        """distribute, number 120 of the interface.

        hotkey_emission: rao, rao
        pending_server: rao
        pending_validator: rao
        pending_root_alpha: rao
        ck_burn: fraction of 2^64-1
        tao_weight: fraction of 2^64-1
        """
    @overload
    def schedule(self, data: Input, /) -> ScheduleResult: ...
    @overload
    def schedule(
        self,
        *,
        netuid: int,
        tempo: int,
        last_epoch_block: int,
        pending_epoch_at: int,
        blocks_since_last_step: int,
        epoch_index: int,
        consistent: bool,
        block: int,
    ) -> ScheduleResult:
        """schedule, number 121 of the interface.

        tempo: blocks
        last_epoch_block: block number
        pending_epoch_at: block number, 0: none
        blocks_since_last_step: blocks
        consistent: an inconsistent one is skipped
        block: block number
        """
    @overload
    def schedule_475(self, data: Input, /) -> Schedule475Result: ...
    @overload
    def schedule_475(
        self,
        *,
        netuid: int,
        tempo: int,
        last_epoch_block: int,
        pending_epoch_at: int,
        blocks_since_last_step: int,
        epoch_index: int,
        consistent: bool,
        block: int,
    ) -> Schedule475Result:
        """schedule_475, number 122 of the interface.

        tempo: blocks
        last_epoch_block: block number
        pending_epoch_at: block number, 0: none
        blocks_since_last_step: blocks
        consistent: an inconsistent one is skipped
        block: block number
        """
    @overload
    def schedule_old(self, data: Input, /) -> ScheduleOldResult: ...
    @overload
    def schedule_old(
        self,
        *,
        netuid: int,
        tempo: int,
        block: int,
        variant: Literal["saturating", "wrapping"],
        tempo_zero_blocks: int = ...,
    ) -> ScheduleOldResult:
        """schedule_old, number 123 of the interface.

        tempo: blocks
        block: block number
        tempo_zero_blocks: blocks that a tempo of 0 gives, 2^64-1 where absent
        """
    @overload
    def schedule_sim(self, data: Input, /) -> ScheduleSimResult: ...
    @overload
    def schedule_sim(
        self,
        *,
        start_block: int,
        blocks: int,
        cap: int,
        subnets: Sequence[ScheduleSimSubnet] | Sequence[Mapping[str, Any]],
    ) -> ScheduleSimResult:
        """schedule_sim, number 124 of the interface.

        start_block: block number
        blocks: blocks
        cap: epochs a block
        """
    @overload
    def schedule_sim_475(self, data: Input, /) -> ScheduleSim475Result: ...
    @overload
    def schedule_sim_475(
        self,
        *,
        start_block: int,
        blocks: int,
        cap: int,
        subnets: Sequence[ScheduleSim475Subnet] | Sequence[Mapping[str, Any]],
    ) -> ScheduleSim475Result:
        """schedule_sim_475, number 125 of the interface.

        start_block: block number
        blocks: blocks
        cap: epochs a block
        """
    @overload
    def price_shares_233(self, data: Input, /) -> PriceShares233Result: ...
    @overload
    def price_shares_233(
        self, *, block_emission: int, subnets: Sequence[PriceShares233Subnet] | Sequence[Mapping[str, Any]]
    ) -> PriceShares233Result:
        """price_shares_233, number 126 of the interface.

        block_emission: rao
        """
    @overload
    def price_shares_261(self, data: Input, /) -> PriceShares261Result: ...
    @overload
    def price_shares_261(
        self, *, block_emission: int, subnets: Sequence[PriceShares261Subnet] | Sequence[Mapping[str, Any]]
    ) -> PriceShares261Result:
        """price_shares_261, number 127 of the interface.

        block_emission: rao
        """
    @overload
    def price_shares_421(self, data: Input, /) -> PriceShares421Result: ...
    @overload
    def price_shares_421(
        self,
        *,
        block_emission: int,
        root_tao: int,
        tao_weight: int,
        subnets: Sequence[PriceShares421Subnet] | Sequence[Mapping[str, Any]],
    ) -> PriceShares421Result:
        """price_shares_421, number 128 of the interface.

        block_emission: rao
        root_tao: rao
        tao_weight: fraction of 2^64-1
        """
    @overload
    def flow_shares_334(self, data: Input, /) -> FlowShares334Result: ...
    @overload
    def flow_shares_334(
        self,
        *,
        rule_set: Literal[334, 338],
        block: int,
        smoothing: int,
        cutoff: int,
        exponent: int,
        block_emission: int,
        subnets: Sequence[FlowShares334Subnet] | Sequence[Mapping[str, Any]],
    ) -> FlowShares334Result:
        """flow_shares_334, number 129 of the interface.

        rule_set: first spec of a variant, which holds until the next
        block: block number
        smoothing: fraction of 2^63-1
        cutoff: raw I64F64 rao: 2^64 is one
        exponent: raw U64F64: 2^64 is one
        block_emission: rao
        """
    @overload
    def flow_shares_411(self, data: Input, /) -> FlowShares411Result: ...
    @overload
    def flow_shares_411(
        self,
        *,
        block: int,
        smoothing: int,
        cutoff: int,
        exponent: int,
        net_flow_enabled: bool,
        block_emission: int,
        subnets: Sequence[FlowShares411Subnet] | Sequence[Mapping[str, Any]],
    ) -> FlowShares411Result:
        """flow_shares_411, number 130 of the interface.

        block: block number
        smoothing: fraction of 2^63-1
        cutoff: raw I64F64 rao: 2^64 is one
        exponent: raw U64F64: 2^64 is one
        block_emission: rao
        """
    @overload
    def moving_price_233(self, data: Input, /) -> MovingPrice233Result: ...
    @overload
    def moving_price_233(
        self,
        *,
        rule_set: Literal[233, 234, 246, 252, 258, 261],
        netuid: int,
        mechanism: int,
        block: int,
        registered_at: int,
        first_emission_block: int | None,
        halving_blocks: int,
        moving_alpha: int,
        moving_price: int,
        price: int,
    ) -> MovingPrice233Result:
        """moving_price_233, number 131 of the interface.

        rule_set: first spec of a variant, which holds until the next
        mechanism: 0: no pool, and a price of one
        block: block number
        registered_at: block number
        first_emission_block: block number
        halving_blocks: blocks
        moving_alpha: raw I96F32: 2^32 is one
        moving_price: raw I96F32 TAO an alpha: 2^32 is one
        price: raw I96F32 up to spec 260, U96F32 from 261, TAO an alpha: 2^32 is one
        """
    @overload
    def pool_price_233(self, data: Input, /) -> PoolPrice233Result: ...
    @overload
    def pool_price_233(
        self, *, rule_set: Literal[233, 261], netuid: int, mechanism: int, tao: int, alpha_in: int
    ) -> PoolPrice233Result:
        """pool_price_233, number 132 of the interface.

        rule_set: first spec of a variant, which holds until the next
        mechanism: 0: no pool, and a price of one
        tao: rao
        alpha_in: rao
        """
    @overload
    def subnet_terms_233(self, data: Input, /) -> SubnetTerms233Result: ...
    @overload
    def subnet_terms_233(
        self,
        *,
        rule_set: Literal[233, 238, 261],
        tao_emission: int,
        alpha_issuance: int,
        price: int,
        burn_registration: bool,
        pow_registration: bool,
    ) -> SubnetTerms233Result:
        """subnet_terms_233, number 133 of the interface.

        rule_set: first spec of a variant, which holds until the next
        tao_emission: raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one
        alpha_issuance: rao
        price: raw I96F32 up to spec 260, U96F32 from 261, TAO an alpha: 2^32 is one
        """
    @overload
    def subnet_terms_298(self, data: Input, /) -> SubnetTerms298Result: ...
    @overload
    def subnet_terms_298(
        self,
        *,
        rule_set: Literal[298, 301, 320],
        block_emission: int,
        tao_emission: int,
        alpha_issuance: int,
        price: int,
        burn_registration: bool,
        pow_registration: bool,
    ) -> SubnetTerms298Result:
        """subnet_terms_298, number 134 of the interface.

        rule_set: first spec of a variant, which holds until the next
        block_emission: rao
        tao_emission: raw U96F32 rao: 2^32 is one
        alpha_issuance: rao
        price: raw U96F32 TAO an alpha: 2^32 is one
        """
    @overload
    def subnet_terms_342(self, data: Input, /) -> SubnetTerms342Result: ...
    @overload
    def subnet_terms_342(
        self,
        *,
        rule_set: Literal[342, 361, 362],
        cap_block_emission: int | None,
        tao_emission: int,
        alpha_issuance: int,
        price: int,
        burn_registration: bool,
        pow_registration: bool,
    ) -> SubnetTerms342Result:
        """subnet_terms_342, number 135 of the interface.

        rule_set: first spec of a variant, which holds until the next
        cap_block_emission: rao, from 362 on
        tao_emission: raw U96F32 rao: 2^32 is one
        alpha_issuance: rao
        price: raw U96F32 TAO an alpha: 2^32 is one
        """
    @overload
    def pool_sell_233(self, data: Input, /) -> PoolSell233Result: ...
    @overload
    def pool_sell_233(
        self, *, rule_set: Literal[233, 261], mechanism: int, tao: int, alpha_in: int, amount: int
    ) -> PoolSell233Result:
        """pool_sell_233, number 136 of the interface.

        rule_set: first spec of a variant, which holds until the next
        mechanism: other than 1: the amount itself
        tao: rao
        alpha_in: rao
        amount: rao
        """
    @overload
    def alpha_split_233(self, data: Input, /) -> AlphaSplit233Result: ...
    @overload
    def alpha_split_233(
        self,
        *,
        rule_set: Literal[233, 261, 283, 298, 334, 342],
        alpha_out: int,
        alpha_issuance_after_mint: int,
        owner_cut: int,
        root_tao: int,
        tao_weight: int,
        subsidised: bool,
        root_sell_flag: bool,
        sold_for_tao: int | None,
    ) -> AlphaSplit233Result:
        """alpha_split_233, number 137 of the interface.

        rule_set: first spec of a variant, which holds until the next
        alpha_out: raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one
        alpha_issuance_after_mint: rao
        owner_cut: fraction of 65535
        root_tao: rao
        tao_weight: fraction of 2^64-1
        subsidised: 298 and 334
        root_sell_flag: 342
        sold_for_tao: rao, null: the sale failed; up to 298
        """
    @overload
    def generate_emission_127(self, data: Input, /) -> GenerateEmission127Result: ...
    @overload
    def generate_emission_127(
        self,
        *,
        rule_set: Literal[127, 133, 150, 153],
        netuid: int,
        n: int,
        tempo: int,
        block: int,
        emission_value: int,
        pending: int,
        has_owner: bool,
        owner_cut: int,
        registration_allowed: bool,
        blocks_since_last_step: int,
    ) -> GenerateEmission127Result:
        """generate_emission_127, number 138 of the interface.

        rule_set: first spec of a variant, which holds until the next
        n: uids
        tempo: blocks
        block: block number
        emission_value: rao
        pending: rao
        owner_cut: fraction of 65535
        blocks_since_last_step: blocks
        """
    @overload
    def generate_emission_195(self, data: Input, /) -> GenerateEmission195Result: ...
    @overload
    def generate_emission_195(
        self,
        *,
        rule_set: Literal[195, 196, 205, 210, 211],
        netuid: int,
        emission_value: int,
        pending: int,
        epoch_due: bool,
        has_owner: bool,
        owner_cut: int,
        registration_allowed: bool,
    ) -> GenerateEmission195Result:
        """generate_emission_195, number 139 of the interface.

        rule_set: first spec of a variant, which holds until the next
        emission_value: rao
        pending: rao
        owner_cut: fraction of 65535
        """
    @overload
    def parent_child_233(self, data: Input, /) -> ParentChild233Result: ...
    @overload
    def parent_child_233(
        self,
        *,
        hotkey: int,
        dividends: int,
        self_contribution: int,
        parents: Sequence[ParentChild233Parent] | Sequence[Mapping[str, Any]],
        childkey_take: int,
        tao_weight: int,
    ) -> ParentChild233Result:
        """parent_child_233, number 140 of the interface.

        dividends: rao
        self_contribution: rao
        childkey_take: fraction of 65535
        tao_weight: fraction of 2^64-1
        """
    @overload
    def dividend_distribution_233(self, data: Input, /) -> DividendDistribution233Result: ...
    @overload
    def dividend_distribution_233(
        self,
        *,
        rule_set: Literal[233, 244, 257, 261],
        hotkeys: Sequence[DividendDistribution233Hotkey] | Sequence[Mapping[str, Any]],
        pending_alpha: int,
        pending_root: int,
        tao_weight: int,
    ) -> DividendDistribution233Result:
        """dividend_distribution_233, number 141 of the interface.

        rule_set: first spec of a variant, which holds until the next
        pending_alpha: rao, from 257 on
        pending_root: rao
        tao_weight: raw I96F32 up to spec 260, U96F32 from 261: 2^32 is one
        """
    @overload
    def validator_pool_257(self, data: Input, /) -> ValidatorPool257Result: ...
    @overload
    def validator_pool_257(
        self, *, incentive_sum: int, pending_alpha: int, pending_root: int
    ) -> ValidatorPool257Result:
        """validator_pool_257, number 142 of the interface.

        incentive_sum: rao
        pending_alpha: rao
        pending_root: rao
        """
    @overload
    def distribute_233(self, data: Input, /) -> Distribute233Result: ...
    @overload
    def distribute_233(
        self,
        *,
        rule_set: Literal[233, 244, 252, 257, 261, 315, 334],
        hotkey_emission: Sequence[tuple[int, int, int]],
        hotkeys: Sequence[Distribute233Hotkey] | Sequence[Mapping[str, Any]],
        pending_alpha: int,
        pending_root: int,
        pending_tao: int,
        ck_burn: int,
        tao_weight: int,
    ) -> Distribute233Result:
        """distribute_233, number 143 of the interface.

        rule_set: first spec of a variant, which holds until the next
        hotkey_emission: rao, rao
        pending_alpha: rao
        pending_root: rao
        pending_tao: rao, up to 333
        ck_burn: fraction of 2^64-1
        tao_weight: fraction of 2^64-1
        """
    @overload
    def immune_owner_hotkeys_306(self, data: Input, /) -> ImmuneOwnerHotkeys306Result: ...
    @overload
    def immune_owner_hotkeys_306(
        self,
        *,
        limit: int | None,
        owned: Sequence[ImmuneOwnerHotkeys306Owned] | Sequence[Mapping[str, Any]],
        owner_hotkey: int | None,
        owner_hotkey_has_uid: bool,
    ) -> ImmuneOwnerHotkeys306Result:
        """immune_owner_hotkeys_306, number 144 of the interface.

        limit: null: none
        """
    @overload
    def accumulate_hotkey_195(self, data: Input, /) -> AccumulateHotkey195Result: ...
    @overload
    def accumulate_hotkey_195(
        self,
        *,
        rule_set: Literal[195, 210],
        validator_emission: int,
        server_emission: int,
        childkey_take: int,
        subnet_stake: int,
        parents: Sequence[AccumulateHotkey195Parent] | Sequence[Mapping[str, Any]],
    ) -> AccumulateHotkey195Result:
        """accumulate_hotkey_195, number 145 of the interface.

        rule_set: first spec of a variant, which holds until the next
        validator_emission: rao
        server_emission: rao
        childkey_take: fraction of 65535
        subnet_stake: rao
        """
    @overload
    def drain_hotkey_195(self, data: Input, /) -> DrainHotkey195Result: ...
    @overload
    def drain_hotkey_195(
        self,
        *,
        rule_set: Literal[195, 201, 202, 210],
        emission: int,
        untouchable: int,
        take: int,
        total_stake: int,
        last_drain: int,
        nominators: Sequence[DrainHotkey195Nominator] | Sequence[Mapping[str, Any]],
    ) -> DrainHotkey195Result:
        """drain_hotkey_195, number 146 of the interface.

        rule_set: first spec of a variant, which holds until the next
        emission: rao
        untouchable: rao, from 210 on
        take: fraction of 65535
        total_stake: rao
        last_drain: block number
        """
    @overload
    def should_drain_hotkey_195(self, data: Input, /) -> ShouldDrainHotkey195Result: ...
    @overload
    def should_drain_hotkey_195(
        self, *, hotkey: str | bytes, block: int, emission_tempo: int
    ) -> ShouldDrainHotkey195Result:
        """should_drain_hotkey_195, number 147 of the interface.

        hotkey: 32 bytes as 64 hexadecimal digits
        block: block number
        emission_tempo: blocks
        """
    @overload
    def emit_through_hotkey_127(self, data: Input, /) -> EmitThroughHotkey127Result: ...
    @overload
    def emit_through_hotkey_127(
        self,
        *,
        rule_set: Literal[127, 153],
        take: int | None,
        total_stake: int,
        server_emission: int,
        validator_emission: int,
        nominators: Sequence[EmitThroughHotkey127Nominator] | Sequence[Mapping[str, Any]],
    ) -> EmitThroughHotkey127Result:
        """emit_through_hotkey_127, number 148 of the interface.

        rule_set: first spec of a variant, which holds until the next
        take: fraction of 65535, null: no delegate
        total_stake: rao
        server_emission: rao
        validator_emission: rao
        """
    @overload
    def inherited_stake_195(self, data: Input, /) -> InheritedStake195Result: ...
    @overload
    def inherited_stake_195(
        self,
        *,
        stake: Sequence[int],
        parents: Sequence[Sequence[tuple[int, int]]],
        children: Sequence[Sequence[tuple[int, int]]],
        network_max_stake: int,
    ) -> InheritedStake195Result:
        """inherited_stake_195, number 149 of the interface.

        stake: rao
        parents: fraction of 2^64-1
        children: fraction of 2^64-1
        network_max_stake: rao
        """
