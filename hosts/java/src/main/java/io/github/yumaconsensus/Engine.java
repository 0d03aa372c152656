package io.github.yumaconsensus;

import com.dylibso.chicory.runtime.Instance;
import io.github.yumaconsensus.modules.EconomicsModule;
import io.github.yumaconsensus.modules.EpochModule;
import io.github.yumaconsensus.wire.Answer;
import io.github.yumaconsensus.wire.FlatMemory;
import io.github.yumaconsensus.wire.Function;
import io.github.yumaconsensus.wire.Interface;
import io.github.yumaconsensus.wire.ModuleInstance;
import io.github.yumaconsensus.wire.Shown;
import java.util.Map;
import java.util.Set;

/**
 * The chain's epoch and economics, bit for bit. An engine is for one thread at a time; engines share nothing but their
 * code. After an exception of this package it is as good as before. Where the thread is interrupted, a call ends with an
 * {@link InternalException} that has the interruption as its cause.
 */
public final class Engine implements AutoCloseable {
  private ModuleInstance epochs = new ModuleInstance(Engine::startEpochs);
  private ModuleInstance economics = new ModuleInstance(Engine::startEconomics);

  private Engine() {}

  private static Instance startEpochs() {
    return Instance.builder(EpochModule.load())
        .withMachineFactory(EpochModule::create)
        .withMemoryFactory(FlatMemory::new)
        .build();
  }

  private static Instance startEconomics() {
    return Instance.builder(EconomicsModule.load())
        .withMachineFactory(EconomicsModule::create)
        .withMemoryFactory(FlatMemory::new)
        .build();
  }

  /**
   * An engine. What it runs is started when it is first called.
   *
   * @return an engine of its own memory
   */
  public static Engine create() {
    return new Engine();
  }

  /**
   * The epoch of one mechanism.
   *
   * @param state what it reads
   * @return the result without trace and digest
   * @throws YumaException where the state is refused
   */
  public EpochResult epoch(State state) {
    return epoch(state, Options.NONE);
  }

  /**
   * The epoch of one mechanism.
   *
   * @param state what it reads
   * @param options what the result is to hold besides
   * @return the result
   * @throws YumaException where the state is refused
   */
  public EpochResult epoch(State state, Options options) {
    return new EpochResult(epochs().call(Interface.EPOCH, state.fields(), flags(options)), options);
  }

  /**
   * The epoch of a subnet with its mechanisms.
   *
   * @param state what it reads
   * @return the result without trace and digest
   * @throws YumaException where the state is refused
   */
  public SubnetResult subnetEpoch(SubnetState state) {
    return subnetEpoch(state, Options.NONE);
  }

  /**
   * The epoch of a subnet with its mechanisms.
   *
   * @param state what it reads
   * @param options what the result is to hold besides
   * @return the result
   * @throws YumaException where the state is refused
   */
  public SubnetResult subnetEpoch(SubnetState state, Options options) {
    Answer answer = epochs().call(state.function(), state.fields(), flags(options));
    return new SubnetResult(state.function(), answer, options);
  }

  /**
   * A function of the economics.
   *
   * @param name such as {@code block_emission}
   * @param input its fields as JSON has them; an integer may be any integer type of Java or a decimal string, whichever
   *     JSON would have
   * @return its results by name: 16 and 32 bits as Integer or Long, 64 and 128 bits as BigInteger, lists as List
   * @throws UnknownFunctionException where there is no such function
   * @throws YumaException where the input is refused
   */
  public Map<String, Object> economics(String name, Map<String, ?> input) {
    Function function = Interface.economics().get(name);
    if (function == null) {
      throw new UnknownFunctionException(Shown.value(name));
    }
    return economics().call(function, function.read(input), 0).fields();
  }

  /**
   * The functions of the economics.
   *
   * @return their names
   */
  public static Set<String> economicsFunctions() {
    return Interface.economics().keySet();
  }

  private static int flags(Options options) {
    return (options.trace() ? ModuleInstance.TRACE : 0) | (options.digest() ? ModuleInstance.DIGEST : 0);
  }

  private ModuleInstance epochs() {
    return opened(epochs);
  }

  private ModuleInstance economics() {
    return opened(economics);
  }

  private static ModuleInstance opened(ModuleInstance instance) {
    if (instance == null) {
      throw new IllegalStateException("the engine is closed");
    }
    return instance;
  }

  /** Gives the memory up. A closed engine answers nothing. */
  @Override
  public void close() {
    epochs = null;
    economics = null;
  }
}
