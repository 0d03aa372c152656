package yuma

import "math/big"

// Units: stakes, emissions and budgets are rao (1e-9 TAO or alpha), blocks are block numbers or counts of blocks, a uint16
// proportion is a fraction of 65535, raw bits are the integer behind a fixed-point number (I32F32: 2^32 is one).

// A RuleSet is a set of epoch rules, by the runtime version that they are named after: "spec-475". Empty is the newest.
type RuleSet string

// A ConsensusMode says which consensus liquid alpha compares with. Empty is Auto.
type ConsensusMode string

// The modes of liquid alpha.
const (
	// Current is the consensus of this epoch.
	Current ConsensusMode = "current"
	// Previous is the one that is stored.
	Previous ConsensusMode = "previous"
	// Auto is by the bonds penalty.
	Auto ConsensusMode = "auto"
)

// Rows are compressed sparse rows: row i has the entries from Starts[i] to Starts[i+1] (exclusive), in stored order. A
// missing entry is not the same as a zero; rows need not be sorted and may name a uid twice, as on chain.
type Rows[Value uint16 | int64] struct {
	// Starts has one element more than there are rows; the first is 0, the last the number of entries.
	Starts []uint32
	UIDs   []uint16
	Values []Value
}

// Count is the number of rows.
func (r Rows[Value]) Count() int { return max(len(r.Starts), 1) - 1 }

// Row gives the uids and values of a row, as parts of all.
func (r Rows[Value]) Row(i int) (uids []uint16, values []Value) {
	from, to := r.Starts[i], r.Starts[i+1]
	return r.UIDs[from:to:to], r.Values[from:to:to]
}

// Append adds a row behind the others. The uids are as many as the values.
func (r *Rows[Value]) Append(uids []uint16, values []Value) {
	if len(r.Starts) == 0 {
		r.Starts = append(r.Starts, 0)
	}
	r.UIDs = append(r.UIDs, uids...)
	r.Values = append(r.Values, values...)
	r.Starts = append(r.Starts, uint32(len(r.UIDs)))
}

// SharedState is what all mechanisms of a subnet share, and what every kind of epoch needs.
type SharedState struct {
	RuleSet RuleSet `json:"ruleSet"`
	// N is the number of uids.
	N            uint16 `json:"n"`
	CurrentBlock uint64 `json:"currentBlock"`
	// ActivityCutoff is after how many blocks without a weight setting a uid is inactive.
	ActivityCutoff uint64 `json:"activityCutoff"`
	// BlockAtRegistration has n elements.
	BlockAtRegistration []uint64 `json:"blockAtRegistration"`
	// AlphaStake in rao, after child-key inheritance, has n elements; from spec-233 on.
	AlphaStake []uint64 `json:"alphaStake"`
	// TaoStake in rao on the root network, after child-key inheritance, has n elements; from spec-233 on.
	TaoStake []uint64 `json:"taoStake"`
	// TaoWeight is a fraction of 2^64-1; the upper 32 bits count.
	TaoWeight uint64 `json:"taoWeight"`
	// StakeThreshold in rao.
	StakeThreshold uint64 `json:"stakeThreshold"`
	// OwnerUID is the uid of the subnet's owner, nil where there is none.
	OwnerUID     *uint16 `json:"ownerUid"`
	CommitReveal bool    `json:"commitReveal"`
}

// YumaParameters are the parameters of a Yuma epoch, as against a Null one.
type YumaParameters struct {
	// Tempo is how many blocks lie between epochs.
	Tempo uint16 `json:"tempo"`
	// LastMechanismStepBlock is the block of the last epoch, 0 for never.
	LastMechanismStepBlock uint64 `json:"lastMechanismStepBlock"`
	// LastYumaStepBlock is the block of the last Yuma epoch, nil where there is none; from spec-475 on.
	LastYumaStepBlock *uint64 `json:"lastYumaStepBlock"`
	// ValidatorPermits has n elements.
	ValidatorPermits     []bool `json:"validatorPermits"`
	MaxAllowedValidators uint16 `json:"maxAllowedValidators"`
	// Kappa is the share of stake that makes a majority, a proportion.
	Kappa uint16 `json:"kappa"`
	// BondsPenalty is a proportion: with 0 bonds follow the weights, with 65535 the clipped weights.
	BondsPenalty uint16 `json:"bondsPenalty"`
	// BondsMovingAverage is how much of the old bonds stays, in parts per million.
	BondsMovingAverage uint64 `json:"bondsMovingAverage"`
	Yuma3              bool   `json:"yuma3"`
	LiquidAlpha        bool   `json:"liquidAlpha"`
	// AlphaSigmoidSteepness is an int16 in hundredths; under spec-273 a uint16, plain.
	AlphaSigmoidSteepness int32 `json:"alphaSigmoidSteepness"`
	// AlphaLow and AlphaHigh are proportions.
	AlphaLow  uint16 `json:"alphaLow"`
	AlphaHigh uint16 `json:"alphaHigh"`
	// LiquidAlphaConsensusMode is read from spec-446 on.
	LiquidAlphaConsensusMode ConsensusMode `json:"liquidAlphaConsensusMode"`
}

// MechanismState is what one mechanism of a subnet holds for itself.
type MechanismState struct {
	// LastUpdate is the block of each uid's last weight setting, n elements.
	LastUpdate []uint64 `json:"lastUpdate"`
	// Weights and Bonds are the stored ones, n rows.
	Weights Rows[uint16] `json:"weights"`
	Bonds   Rows[uint16] `json:"bonds"`
	// CommitBlocks is the block of each uid's pending weight commit, 2^64-1 where there is none, n elements.
	CommitBlocks []uint64 `json:"commitBlocks"`
	// PreviousConsensus is what the epoch before stored, empty for never; from spec-446 on, and not of a Null subnet.
	PreviousConsensus []uint16 `json:"previousConsensus"`
}

// State is the input of an epoch: one mechanism of one subnet. What the rule set does not read may be left zero.
type State struct {
	SharedState
	YumaParameters
	MechanismState
	// Stake in rao, one for each hotkey, takes the place of AlphaStake and TaoStake up to spec-195.
	Stake []uint64 `json:"stake"`
	// RaoEmission is what is given out in this epoch.
	RaoEmission uint64 `json:"raoEmission"`
}

// Budgets are the emission of a subnet's epoch by purpose, in rao.
type Budgets struct {
	MinerBudget         uint64 `json:"minerBudget"`
	LocalDividendBudget uint64 `json:"localDividendBudget"`
	RootBudget          uint64 `json:"rootBudget"`
	// EmissionSplit are the shares of the mechanisms; nil, or another number than there are mechanisms, divides evenly.
	EmissionSplit []uint16 `json:"emissionSplit"`
}

// SubnetState is the state of a subnet: a *[YumaSubnet] or a *[NullSubnet].
type SubnetState interface{ function() *function }

// YumaSubnet is a subnet whose mechanisms run Yuma consensus, under a rule set that has mechanisms: from spec-320 on.
type YumaSubnet struct {
	SharedState
	YumaParameters
	Budgets
	// Mechanisms are 1 to 256.
	Mechanisms []MechanismState `json:"mechanisms"`
}

// NullSubnet is a subnet whose mechanisms run Null consensus, where one validator decides: from spec-475 on.
type NullSubnet struct {
	SharedState
	Budgets
	// Mechanisms are 1 to 256.
	Mechanisms []MechanismState `json:"mechanisms"`
}

// EpochResult is what an epoch gives. All slices are the caller's own, and have n elements. What the rule set does not give
// is nil: StakeWeight up to spec-154, Stake up to spec-195, and Ranks, Trust and PruningScores after spec-320.
type EpochResult struct {
	// StakeWeight, and the others of uint16, are proportions.
	StakeWeight    []uint16 `json:"stakeWeight,omitempty"`
	Active         []bool   `json:"active"`
	Consensus      []uint16 `json:"consensus"`
	Incentive      []uint16 `json:"incentive"`
	Dividends      []uint16 `json:"dividends"`
	ValidatorTrust []uint16 `json:"validatorTrust"`
	Ranks          []uint16 `json:"ranks,omitempty"`
	Trust          []uint16 `json:"trust,omitempty"`
	PruningScores  []uint16 `json:"pruningScores,omitempty"`
	// ServerEmission, ValidatorEmission and their sum Emission are in rao.
	ServerEmission      []uint64 `json:"serverEmission"`
	ValidatorEmission   []uint64 `json:"validatorEmission"`
	Emission            []uint64 `json:"emission"`
	NewValidatorPermits []bool   `json:"newValidatorPermits"`
	// Stake is the total of each uid before the threshold, in rao.
	Stake []uint64 `json:"stake,omitempty"`
	// Bonds are the rows to store.
	Bonds Rows[uint16] `json:"bonds"`
	// Trace has the raw bits of every stage, where [Options] asks for them.
	Trace *Trace `json:"trace,omitempty"`
	// Digest is the SHA-256 of the result's canonical bytes in hexadecimal digits, where [Options] asks for it.
	Digest string `json:"digest,omitempty"`
}

// SubnetResult is what the epoch of a subnet gives: the mechanisms' terms put together, as the chain stores them, and each
// mechanism's own. What the rule set does not give is nil, as in [EpochResult].
type SubnetResult struct {
	StakeWeight         []uint16          `json:"stakeWeight,omitempty"`
	Active              []bool            `json:"active"`
	Consensus           []uint16          `json:"consensus"`
	Dividends           []uint16          `json:"dividends"`
	ValidatorTrust      []uint16          `json:"validatorTrust"`
	Ranks               []uint16          `json:"ranks,omitempty"`
	Trust               []uint16          `json:"trust,omitempty"`
	PruningScores       []uint16          `json:"pruningScores,omitempty"`
	ServerEmission      []uint64          `json:"serverEmission"`
	ValidatorEmission   []uint64          `json:"validatorEmission"`
	Emission            []uint64          `json:"emission"`
	NewValidatorPermits []bool            `json:"newValidatorPermits"`
	Stake               []uint64          `json:"stake,omitempty"`
	Mechanisms          []MechanismResult `json:"mechanisms"`
	// Trace has one for each mechanism of a Yuma subnet, where [Options] asks for it.
	Trace []Trace `json:"trace,omitempty"`
	// NullTrace has one for each mechanism of a Null subnet; in JSON it is the trace.
	NullTrace []NullTrace `json:"-"`
	Digest    string      `json:"digest,omitempty"`
}

// MechanismResult is a mechanism's own part of a subnet's epoch.
type MechanismResult struct {
	Incentive         []uint16 `json:"incentive"`
	Consensus         []uint16 `json:"consensus"`
	ServerEmission    []uint64 `json:"serverEmission"`
	ValidatorEmission []uint64 `json:"validatorEmission"`
	// Bonds are the rows to store; nil after a Null epoch, which leaves the stored ones alone.
	Bonds *Rows[uint16] `json:"bonds,omitempty"`
}

// Trace has the raw I32F32 bits of every stage of an epoch, in the order of the flow. What a rule set or a mode does not
// have is nil.
type Trace struct {
	// Stake is normalised, after the threshold.
	Stake []int64 `json:"stake"`
	// ActiveStake is normalised over the active uids with a permit.
	ActiveStake       []int64     `json:"activeStake"`
	WeightsNormalized Rows[int64] `json:"weightsNormalized"`
	// PreRanks are of the weights before they were clipped; up to spec-320.
	PreRanks             []int64     `json:"preRanks,omitempty"`
	Consensus            []int64     `json:"consensus"`
	ClippedWeights       Rows[int64] `json:"clippedWeights"`
	ValidatorTrust       []int64     `json:"validatorTrust"`
	RanksBeforeNormalize []int64     `json:"ranksBeforeNormalize"`
	// Trust is ranks over PreRanks; up to spec-195.
	Trust     []int64 `json:"trust,omitempty"`
	Incentive []int64 `json:"incentive"`
	// WeightsForBonds are there from spec-233 on; before, those are the clipped weights.
	WeightsForBonds *Rows[int64] `json:"weightsForBonds,omitempty"`
	// BondsNormalized and BondsDelta are the stored bonds and what the weights alone would make them; up to spec-195.
	BondsNormalized *Rows[int64] `json:"bondsNormalized,omitempty"`
	BondsDelta      *Rows[int64] `json:"bondsDelta,omitempty"`
	Dividends       []int64      `json:"dividends"`
	// EmaBonds are as stored: after the column maximum is scaled to one in classic mode.
	EmaBonds Rows[int64] `json:"emaBonds"`
	// LiquidQuantiles are of the consensus, low and high; up to spec-195 where liquid alpha ran.
	LiquidQuantiles []int64 `json:"liquidQuantiles,omitempty"`
	// LiquidLogistic is slope and offset of the curve; up to spec-195 where liquid alpha ran.
	LiquidLogistic []int64 `json:"liquidLogistic,omitempty"`
	// LiquidAlpha has one for each column; up to spec-257 where liquid alpha ran.
	LiquidAlpha []int64 `json:"liquidAlpha,omitempty"`
	// LiquidAlphaConsensus is what liquid alpha compared with; from spec-446 on where it ran.
	LiquidAlphaConsensus []int64 `json:"liquidAlphaConsensus,omitempty"`
}

// NullTrace has the integers of a Null epoch.
type NullTrace struct {
	// Winner is the uid of the deciding validator, nil where there are no uids.
	Winner *uint16 `json:"winner"`
	// Stake, Incentive and Dividends are raw I32F32.
	Stake           []int64    `json:"stake"`
	IncentiveShares []*big.Int `json:"incentiveShares"`
	DividendShares  []*big.Int `json:"dividendShares"`
	Incentive       []int64    `json:"incentive"`
	Dividends       []int64    `json:"dividends"`
	// MinerBudget and ValidatorBudget are what was given, in rao.
	MinerBudget     uint64 `json:"minerBudget"`
	ValidatorBudget uint64 `json:"validatorBudget"`
}
