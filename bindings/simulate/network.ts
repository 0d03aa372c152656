import type { CoinbaseBlockOutput, CoinbaseSubnet, DistributeHotkey, DistributeOutput } from "../economics/types.js";
import type { Economics } from "../economics/methods.js";
import type { SubnetEpochResult, Yuma, YumaSubnetState } from "../types.js";

/**
 * A small network, block by block: a block's TAO over the subnets, its alpha into what is pending, and when a subnet's
 * epoch is due, what is pending over its hotkeys. It shows how the functions of this package follow each other on chain.
 *
 * Left out, because it is no part of consensus: pools that move their price, registrations, and stake that grows by
 * what was paid.
 */
export interface NetworkSubnet {
  coinbase: CoinbaseSubnet;
  tempo: number;
  lastEpochBlock: bigint;
  pendingEpochAt: bigint;
  blocksSinceLastStep: bigint;
  epochIndex: bigint;
  /** rao collected since the last epoch */
  pendingOwner: bigint;
  pendingServer: bigint;
  pendingValidator: bigint;
  pendingRootAlpha: bigint;
  /** by uid; budgets, blocks and bonds are filled in at each epoch */
  state: Omit<YumaSubnetState, "minerBudget" | "localDividendBudget" | "rootBudget" | "currentBlock">;
  /** the hotkey of each uid; parents that have no uid here come after */
  hotkeys: DistributeHotkey[];
}

export interface Network {
  block: bigint;
  /** rao of TAO issued */
  issuance: bigint;
  rootTao: bigint;
  taoWeight: bigint;
  ownerCut: number;
  /** u64 fraction of 2^64-1 */
  ckBurn: bigint;
  /** most epochs in a block */
  epochCap: number;
  subnets: NetworkSubnet[];
}

interface NetworkEpoch {
  netuid: number;
  /** rao that was pending, and is now drained */
  drained: { server: bigint; validator: bigint; rootAlpha: bigint };
  epoch: SubnetEpochResult;
  distribution: DistributeOutput;
}

export interface NetworkBlock {
  block: bigint;
  coinbase: CoinbaseBlockOutput;
  /** rao of root alpha that was not pending but recycled, by netuid */
  recycledRootAlpha: [netuid: number, rao: bigint][];
  epochs: NetworkEpoch[];
}

/** One block; the network moves on in place. */
export function runBlock(yuma: Yuma, economics: Economics, network: Network): NetworkBlock {
  const coinbase = economics.coinbaseBlock({
    issuance: network.issuance,
    rootTao: network.rootTao,
    taoWeight: network.taoWeight,
    ownerCut: network.ownerCut,
    subnets: network.subnets.map((subnet) => subnet.coinbase),
  });
  const recycledRootAlpha = collect(network, coinbase);
  const epochs = dueSubnets(economics, network).map((subnet) => runSubnetEpoch(yuma, economics, network, subnet));
  const block = network.block;
  network.block += 1n;
  return { block, coinbase, recycledRootAlpha, epochs };
}

/** Issues the block's TAO and alpha, and adds the subnets' parts to what is pending. */
function collect(network: Network, coinbase: CoinbaseBlockOutput): [number, bigint][] {
  const terms = new Map(coinbase.subnets);
  const recycled: [number, bigint][] = [];
  for (const subnet of network.subnets) {
    const { netuid } = subnet.coinbase;
    const { taoIn, excessTao, alphaIn, alphaOut, owner, server, validator, rootAlpha } = terms.get(netuid)!;
    network.issuance += taoIn + excessTao;
    subnet.coinbase.alphaIn += alphaIn;
    subnet.coinbase.alphaOut += alphaOut;
    subnet.pendingOwner += owner;
    subnet.pendingServer += server;
    subnet.pendingValidator += validator;
    if (coinbase.rootSellFlag) {
      subnet.pendingRootAlpha += rootAlpha;
    } else {
      subnet.coinbase.alphaOut -= rootAlpha;
      recycled.push([netuid, rootAlpha]);
    }
  }
  return recycled;
}

/** Moves every subnet's schedule on by this block and gives those that run. */
function dueSubnets(economics: Economics, network: Network): NetworkSubnet[] {
  const { events, final } = economics.scheduleSim({
    startBlock: network.block,
    blocks: 1n,
    cap: network.epochCap,
    subnets: network.subnets.map(({ coinbase, tempo, lastEpochBlock, pendingEpochAt, blocksSinceLastStep, epochIndex }) => ({
      netuid: coinbase.netuid,
      tempo,
      lastEpochBlock,
      pendingEpochAt,
      blocksSinceLastStep,
      epochIndex,
      consistent: true,
    })),
  });
  network.subnets.forEach((subnet, i) => {
    const { lastEpochBlock, pendingEpochAt, blocksSinceLastStep, epochIndex } = final[i]!;
    Object.assign(subnet, { lastEpochBlock, pendingEpochAt, blocksSinceLastStep, epochIndex });
  });
  const running = new Set(events.flatMap(([, netuid, event]) => (event === "run" ? [netuid] : [])));
  return network.subnets.filter(({ coinbase }) => running.has(coinbase.netuid));
}

/** Drains what is pending through the epoch and over the hotkeys, and stores what the next epoch needs. */
function runSubnetEpoch(yuma: Yuma, economics: Economics, network: Network, subnet: NetworkSubnet): NetworkEpoch {
  const { pendingServer: server, pendingValidator: validator, pendingRootAlpha: rootAlpha, state } = subnet;
  subnet.pendingServer = 0n;
  subnet.pendingValidator = 0n;
  subnet.pendingRootAlpha = 0n;
  const epoch = yuma.subnetEpoch({
    ...state,
    currentBlock: network.block,
    minerBudget: server,
    localDividendBudget: validator,
    rootBudget: rootAlpha,
  });
  state.validatorPermits = epoch.newValidatorPermits;
  state.lastMechanismStepBlock = network.block;
  state.lastYumaStepBlock = network.block;
  state.mechanisms = state.mechanisms.map((mechanism, i) => ({
    ...mechanism,
    bonds: epoch.mechanisms[i]!.bonds!,
    previousConsensus: epoch.mechanisms[i]!.consensus,
  }));
  const distribution = economics.distribute({
    hotkeyEmission: Array.from(epoch.serverEmission, (incentive, uid): [number, bigint, bigint] => [
      subnet.hotkeys[uid]!.id,
      incentive,
      epoch.validatorEmission[uid]!,
    ]),
    hotkeys: subnet.hotkeys,
    pendingServer: server,
    pendingValidator: validator,
    pendingRootAlpha: rootAlpha,
    ckBurn: network.ckBurn,
    taoWeight: network.taoWeight,
  });
  subnet.coinbase.minerBurnedX32 = distribution.minerBurnedX32;
  return { netuid: subnet.coinbase.netuid, drained: { server, validator, rootAlpha }, epoch, distribution };
}
