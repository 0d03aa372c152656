package io.github.yumaconsensus;

/** States of three uids, of which the first two are validators. */
final class Small {
  private static final Rows WEIGHTS = Rows.of(new int[][] {{2, 100}}, new int[][] {{0, 1}, {2, 3}}, new int[][] {});
  private static final Rows BONDS = Rows.of(new int[][] {{2, 7}}, new int[][] {}, new int[][] {});

  private Small() {}

  private static <B extends StateBuilder<B>> B shared(B builder) {
    return builder
        .n(3)
        .currentBlock(1000)
        .activityCutoff(500)
        .blockAtRegistration(1, 2, 3)
        .alphaStake(5_000_000_000_000L, 4_000_000_000_000L, 0)
        .taoStake(0, 0, 0)
        .taoWeight(-1)
        .stakeThreshold(1)
        .ownerUid(null)
        .commitReveal(false);
  }

  private static <B extends StateBuilder<B>> B yuma(B builder) {
    return shared(builder)
        .tempo(100)
        .lastMechanismStepBlock(900)
        .validatorPermits(true, true, false)
        .maxAllowedValidators(2)
        .kappa(32_767)
        .bondsPenalty(65_535)
        .bondsMovingAverage(900_000)
        .yuma3(true)
        .liquidAlpha(false)
        .alphaSigmoidSteepness(1000)
        .alphaLow(45_875)
        .alphaHigh(58_982);
  }

  static State.Builder state() {
    return yuma(State.builder())
        .lastUpdate(990, 990, 990)
        .weights(WEIGHTS)
        .bonds(BONDS)
        .commitBlocks(-1, -1, -1)
        .raoEmission(1_000_000_000);
  }

  private static Mechanism mechanism() {
    return new Mechanism().lastUpdate(990, 990, 990).weights(WEIGHTS).bonds(BONDS).commitBlocks(-1, -1, -1);
  }

  private static SubnetState.Builder budgets(SubnetState.Builder builder) {
    return builder
        .minerBudget(41)
        .localDividendBudget(30)
        .rootBudget(11)
        .emissionSplit(40_000, 25_535)
        .mechanisms(mechanism(), mechanism());
  }

  static SubnetState.Builder subnet() {
    return budgets(yuma(SubnetState.yuma()));
  }

  static SubnetState.Builder nullSubnet() {
    return budgets(shared(SubnetState.nullConsensus()));
  }
}
