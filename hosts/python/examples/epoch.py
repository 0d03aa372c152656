"""Run an epoch on the state that comes with the package, and one with other weights."""

import numpy as np

from yuma_consensus import epoch, example_state

state = example_state()
result = epoch(state)
print(f"digest {result.digest}")
print(f"emission {int(result.emission.sum())} rao, of which validators get {int(result.validator_emission.sum())}")

# All that a state holds may be changed; weights may be a matrix.
weights = state["weights"].to_dense()
weights[:, 24] = np.where(weights[:, 24] > 0, 65_535, 0)
changed = epoch({**state, "weights": weights})
print(f"incentive of uid 24: {result.incentive[24]} and {changed.incentive[24]}")
