package io.github.yumaconsensus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields that states of one mechanism and of whole subnets share. A 64-bit field is a long whose bits are meant
 * without a sign, as {@link Long#toUnsignedString(long)} shows them.
 *
 * @param <B> the builder itself
 */
public abstract sealed class StateBuilder<B extends StateBuilder<B>> permits State.Builder, SubnetState.Builder {
  final Map<String, Object> fields = new LinkedHashMap<>();

  StateBuilder() {}

  abstract B self();

  final B set(String name, Object value) {
    fields.put(name, value);
    return self();
  }

  /**
   * The rule set, such as {@code spec-475}; the newest unless set.
   *
   * @param ruleSet the value
   * @return this
   */
  public final B ruleSet(String ruleSet) {
    return set("ruleSet", ruleSet);
  }

  /**
   * The number of uids.
   *
   * @param n the value
   * @return this
   */
  public final B n(int n) {
    return set("n", n);
  }

  /**
   * The block number, unsigned.
   *
   * @param currentBlock the value
   * @return this
   */
  public final B currentBlock(long currentBlock) {
    return set("currentBlock", Long.toUnsignedString(currentBlock));
  }

  /**
   * The blocks after which a uid is idle, unsigned.
   *
   * @param activityCutoff the value
   * @return this
   */
  public final B activityCutoff(long activityCutoff) {
    return set("activityCutoff", Long.toUnsignedString(activityCutoff));
  }

  /**
   * The block number of each uid, unsigned.
   *
   * @param blockAtRegistration the value
   * @return this
   */
  public final B blockAtRegistration(long... blockAtRegistration) {
    return set("blockAtRegistration", blockAtRegistration);
  }

  /**
   * The rao of each uid, unsigned.
   *
   * @param alphaStake the value
   * @return this
   */
  public final B alphaStake(long... alphaStake) {
    return set("alphaStake", alphaStake);
  }

  /**
   * The rao of each uid, unsigned.
   *
   * @param taoStake the value
   * @return this
   */
  public final B taoStake(long... taoStake) {
    return set("taoStake", taoStake);
  }

  /**
   * A fraction of 2^64-1, unsigned.
   *
   * @param taoWeight the value
   * @return this
   */
  public final B taoWeight(long taoWeight) {
    return set("taoWeight", Long.toUnsignedString(taoWeight));
  }

  /**
   * Rao, unsigned.
   *
   * @param stakeThreshold the value
   * @return this
   */
  public final B stakeThreshold(long stakeThreshold) {
    return set("stakeThreshold", Long.toUnsignedString(stakeThreshold));
  }

  /**
   * The owner's uid, or null for none.
   *
   * @param ownerUid the value
   * @return this
   */
  public final B ownerUid(Integer ownerUid) {
    return set("ownerUid", ownerUid);
  }

  /**
   * Whether weights are committed and revealed.
   *
   * @param commitReveal the value
   * @return this
   */
  public final B commitReveal(boolean commitReveal) {
    return set("commitReveal", commitReveal);
  }

  /**
   * Blocks.
   *
   * @param tempo the value
   * @return this
   */
  public final B tempo(int tempo) {
    return set("tempo", tempo);
  }

  /**
   * A block number, unsigned; 0 for never.
   *
   * @param lastMechanismStepBlock the value
   * @return this
   */
  public final B lastMechanismStepBlock(long lastMechanismStepBlock) {
    return set("lastMechanismStepBlock", Long.toUnsignedString(lastMechanismStepBlock));
  }

  /**
   * A block number, unsigned, or null for none, as it is unless set.
   *
   * @param lastYumaStepBlock the value
   * @return this
   */
  public final B lastYumaStepBlock(Long lastYumaStepBlock) {
    return set("lastYumaStepBlock", lastYumaStepBlock == null ? null : Long.toUnsignedString(lastYumaStepBlock));
  }

  /**
   * Whether each uid holds a permit.
   *
   * @param validatorPermits the value
   * @return this
   */
  public final B validatorPermits(boolean... validatorPermits) {
    return set("validatorPermits", validatorPermits);
  }

  /**
   * How many permits there are.
   *
   * @param maxAllowedValidators the value
   * @return this
   */
  public final B maxAllowedValidators(int maxAllowedValidators) {
    return set("maxAllowedValidators", maxAllowedValidators);
  }

  /**
   * A fraction of 65535.
   *
   * @param kappa the value
   * @return this
   */
  public final B kappa(int kappa) {
    return set("kappa", kappa);
  }

  /**
   * A fraction of 65535.
   *
   * @param bondsPenalty the value
   * @return this
   */
  public final B bondsPenalty(int bondsPenalty) {
    return set("bondsPenalty", bondsPenalty);
  }

  /**
   * Parts per million, unsigned.
   *
   * @param bondsMovingAverage the value
   * @return this
   */
  public final B bondsMovingAverage(long bondsMovingAverage) {
    return set("bondsMovingAverage", Long.toUnsignedString(bondsMovingAverage));
  }

  /**
   * Whether bonds are of Yuma 3.
   *
   * @param yuma3 the value
   * @return this
   */
  public final B yuma3(boolean yuma3) {
    return set("yuma3", yuma3);
  }

  /**
   * Whether liquid alpha is on.
   *
   * @param liquidAlpha the value
   * @return this
   */
  public final B liquidAlpha(boolean liquidAlpha) {
    return set("liquidAlpha", liquidAlpha);
  }

  /**
   * Hundredths from -32768 to 32767; under spec-273 from 0 to 65535, plain.
   *
   * @param alphaSigmoidSteepness the value
   * @return this
   */
  public final B alphaSigmoidSteepness(int alphaSigmoidSteepness) {
    return set("alphaSigmoidSteepness", alphaSigmoidSteepness);
  }

  /**
   * A fraction of 65535.
   *
   * @param alphaLow the value
   * @return this
   */
  public final B alphaLow(int alphaLow) {
    return set("alphaLow", alphaLow);
  }

  /**
   * A fraction of 65535.
   *
   * @param alphaHigh the value
   * @return this
   */
  public final B alphaHigh(int alphaHigh) {
    return set("alphaHigh", alphaHigh);
  }

  /**
   * {@code current}, {@code previous} or {@code auto}, as it is unless set.
   *
   * @param liquidAlphaConsensusMode the value
   * @return this
   */
  public final B liquidAlphaConsensusMode(String liquidAlphaConsensusMode) {
    return set("liquidAlphaConsensusMode", liquidAlphaConsensusMode);
  }
}
