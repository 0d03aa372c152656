import { U64_MAX } from "../constants.js";
import { WasmHeap } from "../wasmHeap.js";
import type {
  AlphaSplitOutput,
  ByNetuid,
  CoinbaseBlockOutput,
  DistributeInput,
  DistributeOutput,
  DividendDistributionInput,
  DividendDistributionOutput,
  Economics,
  FlowSharesOutput,
  GatedSharesInput,
  PriceSubnet,
  RootEpochInput,
  RootEpochOutput,
  ScheduleInput,
  ScheduleSimInput,
  ScheduleSubnet,
  SubnetTermsOutput,
} from "./types.js";

const EVENTS = ["run", "skipped", "deferred"] as const;

/** Marshals the economics into the module that holds its kernels. */
export function wasmEconomics(backend: string, module: WebAssembly.Module): Economics {
  const heap = new WasmHeap(module);

  /** A function of u64 numbers that leaves one U96F32 cell. */
  const cellOf = (name: string, ...amounts: bigint[]): bigint => {
    const result = heap.reset().cell();
    heap.call(name, ...amounts, result);
    return heap.readUnsigned(result);
  };

  /** The shares by price, by position; the flag whether root alpha is sold. */
  const priceShares = (subnets: readonly PriceSubnet[]) => {
    const shares = heap.room(subnets.length * 16);
    const rootSellFlag = heap.i32(
      "sharesByPrice",
      subnets.length,
      heap.list(subnets.map(({ netuid }) => netuid)),
      heap.list(subnets.map(({ mechanism }) => mechanism)),
      heap.cells(subnets.map(({ movingPriceX32 }) => movingPriceX32)),
      shares,
    );
    return { shares, rootSellFlag: rootSellFlag !== 0 };
  };

  const weightByBurn = (subnets: readonly PriceSubnet[], shares: number): number => {
    const weighted = heap.room(subnets.length * 16);
    heap.call("weightByBurn", subnets.length, shares, heap.cells(subnets.map(({ minerBurnedX32 }) => minerBurnedX32)), weighted);
    return weighted;
  };

  const emissions = (subnets: readonly PriceSubnet[], shares: number, blockEmission: bigint): ByNetuid => {
    const result = heap.room(subnets.length * 16);
    const enabled = heap.flags(subnets.map(({ emissionEnabled }) => emissionEnabled));
    heap.call("shareEmissions", subnets.length, shares, enabled, blockEmission, result);
    return unsignedByNetuid(subnets, result);
  };

  const unsignedByNetuid = (subnets: readonly { netuid: number }[], cells: number): ByNetuid =>
    heap.readUnsignedCells(cells, subnets.length).map((value, i) => [subnets[i]!.netuid, value]);

  const signedByNetuid = (subnets: readonly { netuid: number }[], cells: number): ByNetuid =>
    heap.readCells(cells, subnets.length).map((value, i) => [subnets[i]!.netuid, value]);

  /** The bar after this block, from the shares in descending order. */
  const updatedBar = (input: GatedSharesInput, shares: number): number => {
    const count = input.subnets.length;
    const descending = heap.readUnsignedCells(shares, count).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    const bar = heap.cell(input.storedBarX64);
    heap.call("updateBar", count, heap.cells(descending), input.rank, heap.cell(input.quantileX64), input.block, bar);
    return bar;
  };

  const rootEpoch = (input: RootEpochInput): RootEpochOutput => {
    const { n, netuids, totalNetworks: k } = input;
    if (n === 0) return { error: "No validators to validate emission values." };
    if (netuids.length === 0) return { error: "No networks to validate emission values." };
    heap.reset();
    // Of a netuid that is listed twice the first place counts.
    const columns = new Map(netuids.slice(0, k).map((netuid, column): [number, number] => [netuid, column]).reverse());
    const weights = heap.room(n * k * 16);
    for (const [uid, row] of input.weights) {
      for (const [netuid, weight] of uid < n ? row : []) {
        const column = columns.get(netuid);
        if (column !== undefined) heap.setCell(weights + (uid * k + column) * 16, BigInt(weight) << 64n);
      }
    }
    const stake = heap.room(n * 16);
    const [ranks, trust, consensus, shares] = [0, 1, 2, 3].map(() => heap.room(k * 16)) as [number, number, number, number];
    const emission = heap.room(k * 8);
    const stakes = heap.amounts(Array.from({ length: n }, (_, i) => input.stakes[i] ?? 0n));
    const status = heap.i32(
      "rootEpoch", n, k, stakes, weights, Number(input.normalizeRows), input.rho, input.kappa,
      input.blockEmission, stake, ranks, trust, consensus, shares, emission,
    );
    if (status === heap.constant("ROOT_NO_STAKE")) return { error: "No stake on network" };
    if (status === heap.constant("ROOT_EXP_OVERFLOW")) return { error: "panic: exp overflow" };
    if (netuids.length !== k) return { error: "netuids and emission must have the same length" };
    return {
      stakeX64: heap.readCells(stake, n),
      ranksX64: heap.readCells(ranks, k),
      trustX64: heap.readCells(trust, k),
      consensusX64: heap.readCells(consensus, k),
      sharesX64: heap.readCells(shares, k),
      emission: heap.readAmounts(emission, k),
    };
  };

  const dividends = <H extends DividendDistributionInput["hotkeys"][number]>(
    input: Omit<DividendDistributionInput, "hotkeys"> & { hotkeys: readonly H[] },
    onRoot?: (hotkey: H) => boolean,
  ): DividendDistributionOutput => {
    heap.reset();
    const hotkeys = input.hotkeys.filter(({ stake }) => stake !== null).sort((a, b) => a.id - b.id);
    const [alpha, root] = [heap.room(hotkeys.length * 16), heap.room(hotkeys.length * 16)];
    heap.call(
      "dividendDistribution",
      hotkeys.length,
      heap.cells(hotkeys.map(({ dividendX32 }) => dividendX32)),
      heap.amounts(hotkeys.map(({ stake }) => stake![0])),
      heap.amounts(hotkeys.map(({ stake }) => stake![1])),
      Number(onRoot !== undefined),
      heap.flags(hotkeys.map((hotkey) => onRoot?.(hotkey) ?? false)),
      heap.cell(input.taoWeightX32),
      input.pendingAlpha,
      input.pendingRootAlpha,
      alpha,
      root,
    );
    const byId = (cells: number) =>
      heap.readUnsignedCells(cells, hotkeys.length).map((value, i): [number, bigint] => [hotkeys[i]!.id, value]);
    return { alphaDividendsX32: byId(alpha), rootAlphaDividendsX32: byId(root) };
  };

  const distribute = (input: DistributeInput): DistributeOutput => {
    heap.reset();
    const hotkeys = [...input.hotkeys].sort((a, b) => a.id - b.id);
    const count = hotkeys.length;
    const position = new Map(hotkeys.map(({ id }, i) => [id, i]));
    const starts = (lengths: number[]) => {
      let sum = 0;
      return heap.list([0, ...lengths.map((length) => (sum += length))]);
    };
    const parents = hotkeys.flatMap((hotkey) => hotkey.parents);
    const mostRecycled = input.hotkeyEmission.reduce((sum, [id]) => sum + hotkeys[position.get(id)!]!.parents.length, 0);
    const incentives = heap.room(count * 8);
    const [hasEntry, hasDividends] = [heap.room(count), heap.room(count)];
    const [earned, alpha, root] = [0, 1, 2].map(() => heap.room(count * 16)) as [number, number, number];
    const [alphaTakeRest, rootTakeRest] = [heap.room(count * 16), heap.room(count * 16)];
    const recycled = heap.room(mostRecycled * 8);
    const minerBurned = heap.cell();
    heap.call(
      "distribute",
      input.hotkeyEmission.length,
      heap.amounts(input.hotkeyEmission.flatMap(([id, incentive, dividend]) => [BigInt(position.get(id)!), incentive, dividend])),
      count,
      heap.amounts(hotkeys.map(({ alphaStake }) => alphaStake)),
      heap.amounts(hotkeys.map(({ rootStake }) => rootStake)),
      heap.list(hotkeys.map(({ owner }) => owner)),
      heap.flags(hotkeys.map(({ isOwnerHotkey }) => isOwnerHotkey)),
      heap.list(hotkeys.map(({ childkeyTake }) => childkeyTake)),
      heap.list(hotkeys.map(({ take }) => take)),
      starts(hotkeys.map(({ children }) => children.length)),
      heap.amounts(hotkeys.flatMap(({ children }) => children)),
      starts(hotkeys.map((hotkey) => hotkey.parents.length)),
      heap.list(parents.map(([, id]) => position.get(id)!)),
      heap.amounts(parents.map(([proportion]) => proportion)),
      input.pendingServer,
      input.pendingValidator,
      input.pendingRootAlpha,
      input.ckBurn,
      input.taoWeight,
      incentives,
      hasEntry,
      hasDividends,
      earned,
      alpha,
      root,
      alphaTakeRest,
      rootTakeRest,
      recycled,
      minerBurned,
    );
    const withEntry = heap.readFlags(hasEntry, count);
    const withDividends = heap.readFlags(hasDividends, count);
    const listed = <V>(flags: boolean[], values: V[]) => values.flatMap((value, i): [number, V][] => (flags[i] ? [[hotkeys[i]!.id, value]] : []));
    const pairs = (address: number): [number, bigint, bigint][] => {
      const amounts = heap.readAmounts(address, count * 2);
      const both = hotkeys.map((_, i): [bigint, bigint] => [amounts[2 * i]!, amounts[2 * i + 1]!]);
      return listed(withDividends, both).map(([id, [take, rest]]) => [id, take, rest]);
    };
    return {
      validatorAlpha: BigInt.asUintN(64, heap.constant("validatorAlpha") as bigint),
      incentives: listed(withEntry, heap.readAmounts(incentives, count)),
      dividendsX32: listed(withDividends, heap.readUnsignedCells(earned, count)),
      ckRecycled: heap.readAmounts(recycled, heap.constant("recycledCount") as number),
      alphaDividendsX32: listed(withDividends, heap.readUnsignedCells(alpha, count)),
      rootAlphaDividendsX32: listed(withDividends, heap.readUnsignedCells(root, count)),
      alphaTakeRest: pairs(alphaTakeRest),
      rootTakeRest: pairs(rootTakeRest),
      minerBurnedX32: heap.readUnsigned(minerBurned),
    };
  };

  const shouldRun = (subnet: ScheduleInput, netAtTempo: boolean): boolean =>
    heap.i32(
      "shouldRun", subnet.tempo, subnet.lastEpochBlock, subnet.pendingEpochAt, subnet.blocksSinceLastStep,
      subnet.block, Number(netAtTempo),
    ) !== 0;

  const simulate = <S extends ScheduleSubnet>(
    { startBlock, blocks, cap, subnets }: Omit<ScheduleSimInput, "subnets"> & { subnets: readonly S[] },
    nullConsensus?: (subnet: S) => boolean,
  ) => {
    heap.reset();
    const count = subnets.length;
    const netAtTempo = Number(nullConsensus !== undefined);
    const netuids = heap.list(subnets.map(({ netuid }) => netuid));
    const tempos = heap.list(subnets.map(({ tempo }) => tempo));
    const consistent = heap.flags(subnets.map((subnet) => subnet.consistent));
    const isNull = heap.flags(subnets.map((subnet) => nullConsensus?.(subnet) ?? false));
    const states = heap.amounts(
      subnets.flatMap(({ lastEpochBlock, pendingEpochAt, blocksSinceLastStep, epochIndex }) => [
        lastEpochBlock,
        pendingEpochAt,
        blocksSinceLastStep,
        epochIndex,
      ]),
    );
    const [deferred, events] = [heap.room(count * 4), heap.room(count * 8)];
    const netuidOf = (index: number) => subnets[index]!.netuid;
    const output = {
      events: [] as [bigint, number, (typeof EVENTS)[number]][],
      deferredBeforeDrain: [] as [bigint, number[]][],
      caps: [] as number[],
    };
    for (let step = 0n; step < blocks; step++) {
      const block = startBlock + step > U64_MAX ? U64_MAX : startBlock + step;
      const allowed = nullConsensus === undefined ? cap : heap.i32("blockCap", count, netuids, tempos, isNull, states, block, cap) >>> 0;
      output.caps.push(allowed);
      const waiting = heap.i32("deferredBeforeDrain", count, tempos, consistent, states, block, allowed, netAtTempo, deferred);
      if (waiting > 0) output.deferredBeforeDrain.push([block, heap.readList(deferred, waiting).map(netuidOf)]);
      const happened = heap.i32("scheduleBlock", count, tempos, consistent, states, block, allowed, netAtTempo, events);
      const pairs = heap.readList(events, happened * 2);
      for (let e = 0; e < happened; e++) output.events.push([block, netuidOf(pairs[2 * e]!), EVENTS[pairs[2 * e + 1]!]!]);
    }
    const words = heap.readAmounts(states, count * 4);
    const final = subnets.map(({ netuid, tempo, consistent }, i): ScheduleSubnet => ({
      netuid,
      tempo,
      consistent,
      lastEpochBlock: words[4 * i]!,
      pendingEpochAt: words[4 * i + 1]!,
      blocksSinceLastStep: words[4 * i + 2]!,
      epochIndex: words[4 * i + 3]!,
    }));
    return { ...output, final };
  };

  return {
    backend,
    blockEmission: ({ issuance }) => {
      const residual = heap.i64("halvingResidual", issuance);
      return { emission: heap.u64("blockEmission", issuance), residualX32: residual < 0n ? null : residual };
    },
    rootEpoch,
    priceShares: ({ blockEmission, subnets: listed }) => {
      const subnets = ascending(listed);
      heap.reset();
      const { shares: byPrice, rootSellFlag } = priceShares(subnets);
      const shares = weightByBurn(subnets, byPrice);
      return {
        priceSharesX64: unsignedByNetuid(subnets, byPrice),
        sharesX64: unsignedByNetuid(subnets, shares),
        emissionsX32: emissions(subnets, shares, blockEmission),
        rootSellFlag,
      };
    },
    gatedShares: (input) => {
      const subnets = ascending(input.subnets);
      heap.reset();
      const { shares: byPrice, rootSellFlag } = priceShares(subnets);
      const weighted = input.minerBurnWeighting ? weightByBurn(subnets, byPrice) : byPrice;
      const bar = updatedBar({ ...input, subnets }, weighted);
      const shares = heap.room(subnets.length * 16);
      const restored = heap.i32("gate", subnets.length, weighted, bar, heap.cell(input.exponentX64), shares);
      return {
        priceSharesX64: unsignedByNetuid(subnets, byPrice),
        weightedSharesX64: unsignedByNetuid(subnets, weighted),
        sharesX64: unsignedByNetuid(subnets, shares),
        emissionsX32: emissions(subnets, shares, input.blockEmission),
        barAfterX64: heap.readUnsigned(bar),
        underflowRestored: restored !== 0,
        rootSellFlag,
      };
    },
    flowShares: (input): FlowSharesOutput => {
      const subnets = ascending(input.subnets);
      const count = subnets.length;
      heap.reset();
      const average = (stored: readonly ([bigint, bigint] | null)[], flows: readonly bigint[]): number => {
        const averages = heap.cells(stored.map((pair) => pair?.[1] ?? 0n));
        const blocks = heap.amounts(stored.map((pair) => pair?.[0] ?? 0n));
        heap.call("flowEma", count, blocks, averages, heap.amounts(flows), input.block, input.smoothing);
        return averages;
      };
      const user = average(subnets.map(({ taoEmaX64 }) => taoEmaX64), subnets.map(({ taoFlow }) => taoFlow));
      const protocol = average(subnets.map(({ protocolEmaX64 }) => protocolEmaX64), subnets.map(({ protocolFlow }) => protocolFlow));
      const [normFactor, lowerLimit] = [heap.cell(), heap.cell()];
      const [net, offset, shares] = [0, 1, 2].map(() => heap.room(count * 16)) as [number, number, number];
      heap.call(
        "flowShares", count, user, protocol, Number(input.netFlowEnabled), heap.cell(input.cutoffX64), heap.cell(input.exponentX64),
        normFactor, net, lowerLimit, offset, shares,
      );
      return {
        userEmaX64: signedByNetuid(subnets, user),
        protocolEmaX64: signedByNetuid(subnets, protocol),
        normFactorX64: heap.readSigned(normFactor),
        netFlowsX64: signedByNetuid(subnets, net),
        lowerLimitX64: heap.readSigned(lowerLimit),
        offsetFlowsX64: unsignedByNetuid(subnets, offset),
        sharesX64: unsignedByNetuid(subnets, shares),
      };
    },
    powNormalize: ({ flowsX64, pX64 }) => {
      const cells = heap.reset().cells(flowsX64);
      heap.call("powNormalize", flowsX64.length, cells, heap.cell(pX64));
      return { flowsX64: heap.readUnsignedCells(cells, flowsX64.length) };
    },
    safePow: ({ valX64, pX64 }) => {
      const result = heap.reset().cell();
      heap.call("safePow", heap.cell(valX64), heap.cell(pX64), result);
      return { yX64: heap.readUnsigned(result) };
    },
    checkedSqrt: ({ xX64, epsilonX64 }) => {
      const result = heap.reset().cell();
      heap.call("checkedSqrt", heap.cell(xX64), heap.cell(epsilonX64), result);
      return { yX64: heap.readUnsigned(result) };
    },
    rootProportion: ({ rootTao, alphaIssuance, taoWeight }) => ({ yX32: cellOf("rootProportion", rootTao, alphaIssuance, taoWeight) }),
    subnetTerms: ({ taoEmissionX32, alphaIssuance, priceX64, rootTao, taoWeight }): SubnetTermsOutput => {
      const count = heap.constant("SUBNET_TERMS_CELLS") as number;
      const terms = heap.reset().room(count * 16);
      heap.call("subnetTerms", heap.cell(taoEmissionX32), alphaIssuance, heap.cell(priceX64), rootTao, taoWeight, terms);
      const [alphaEmission, proportion, cap, alphaIn, taoIn, excessTao] = heap.readUnsignedCells(terms, count) as [bigint, bigint, bigint, bigint, bigint, bigint];
      return {
        alphaEmissionX32: alphaEmission,
        rootProportionX32: proportion,
        capX32: cap,
        alphaInX32: alphaIn,
        taoInX32: taoIn,
        excessTaoX32: excessTao,
        alphaOutX32: alphaEmission,
        alphaInU64: floorU64(alphaIn),
        taoInU64: floorU64(taoIn),
        excessTaoU64: floorU64(excessTao),
        alphaOutU64: floorU64(alphaEmission),
      };
    },
    alphaSplit: ({ alphaOutX32, alphaIssuanceAfterMint, ownerCut: cut, ownerCutEnabled, rootTao, taoWeight }): AlphaSplitOutput => {
      const count = heap.constant("ALPHA_SPLIT_CELLS") as number;
      const split = heap.reset().room(count * 16);
      heap.call("alphaSplit", heap.cell(alphaOutX32), alphaIssuanceAfterMint, cut, Number(ownerCutEnabled), rootTao, taoWeight, split);
      const [ownerCut, proportion, rootAlpha, server, totalValidator, validator] = heap.readUnsignedCells(split, count) as [bigint, bigint, bigint, bigint, bigint, bigint];
      return {
        alphaCreated: floorU64(alphaOutX32),
        ownerCutX32: ownerCut,
        rootProportionX32: proportion,
        rootAlphaX32: rootAlpha,
        serverX32: server,
        totalValidatorX32: totalValidator,
        validatorX32: validator,
        ownerCutU64: floorU64(ownerCut),
        rootAlphaU64: floorU64(rootAlpha),
        serverU64: floorU64(server),
        validatorU64: floorU64(validator),
      };
    },
    coinbaseBlock: (input): CoinbaseBlockOutput => {
      const subnets = ascending(input.subnets);
      const count = subnets.length;
      const blockEmission = heap.reset().u64("blockEmission", input.issuance);
      const width = heap.constant("COINBASE_AMOUNTS") as number;
      const [emission, amounts] = [heap.room(count * 16), heap.room(count * width * 8)];
      const rootSellFlag = heap.i32(
        "coinbaseBlock",
        count,
        blockEmission,
        input.rootTao,
        input.taoWeight,
        input.ownerCut,
        heap.list(subnets.map(({ netuid }) => netuid)),
        heap.list(subnets.map(({ mechanism }) => mechanism)),
        heap.cells(subnets.map(({ movingPriceX32 }) => movingPriceX32)),
        heap.cells(subnets.map(({ minerBurnedX32 }) => minerBurnedX32)),
        heap.flags(subnets.map(({ emissionEnabled }) => emissionEnabled)),
        heap.amounts(subnets.map(({ alphaIn }) => alphaIn)),
        heap.amounts(subnets.map(({ alphaOut }) => alphaOut)),
        heap.cells(subnets.map(({ priceX64 }) => priceX64)),
        heap.flags(subnets.map(({ ownerCutEnabled }) => ownerCutEnabled)),
        emission,
        amounts,
      );
      const words = heap.readAmounts(amounts, count * width);
      const emissionBits = heap.readUnsignedCells(emission, count);
      return {
        blockEmission,
        rootSellFlag: rootSellFlag !== 0,
        subnets: subnets.map(({ netuid }, i) => {
          const [taoIn, alphaIn, alphaOut, excessTao, owner, server, validator, rootAlpha] = words.slice(i * width, (i + 1) * width) as [
            bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint,
          ];
          return [netuid, { emissionX32: emissionBits[i]!, taoIn, alphaIn, alphaOut, excessTao, owner, server, validator, rootAlpha }];
        }),
      };
    },
    movingPrice: (input) => {
      const first = input.firstEmissionBlock ?? 0n;
      const [alpha, average] = [heap.reset().cell(), heap.cell()];
      heap.call(
        "movingPrice", input.netuid, input.mechanism, input.block, first === 0n ? 0n : first - 1n, input.halvingBlocks,
        heap.cell(input.movingAlphaX32), heap.cell(input.movingPriceX32), heap.cell(input.priceX64), alpha, average,
      );
      return { alphaX64: heap.readUnsigned(alpha), movingPriceX32: heap.readSigned(average) };
    },
    dividendDistribution: (input) => dividends(input),
    dividendDistribution475: (input) => dividends(input, ({ onRoot }) => onRoot),
    selfContribution: ({ alphaStake, rootStake, children, taoWeight }) => ({
      y: heap.reset().u64("selfContribution", alphaStake, rootStake, taoWeight, children.length, heap.amounts(children)),
    }),
    parentChild: ({ hotkey, parents, ...input }) => {
      const count = parents.length;
      const [paid, recycled] = [heap.reset().room((count + 1) * 8), heap.room(count * 8)];
      const recycledCount = heap.i32(
        "parentChild", input.dividends, input.selfContribution, input.childkeyTake, input.ckBurn, input.taoWeight, count,
        heap.amounts(parents.map(({ alphaStake }) => alphaStake)),
        heap.amounts(parents.map(({ rootStake }) => rootStake)),
        heap.amounts(parents.map(({ proportion }) => proportion)),
        heap.flags(parents.map(({ sameOwner }) => sameOwner)),
        paid,
        recycled,
      );
      const ids = [...parents.map(({ id }) => id), hotkey];
      return {
        tuples: heap.readAmounts(paid, count + 1).map((rao, i) => [ids[i]!, rao]),
        recycled: heap.readAmounts(recycled, recycledCount),
      };
    },
    takeSplit: ({ dividendsX32, take }) => {
      const rest = heap.reset().room(8);
      return { take: heap.u64("takeSplit", heap.cell(dividendsX32), take, rest), rest: heap.readAmounts(rest, 1)[0]! };
    },
    withheld: (input) => ({ yX32: cellOf("withheld", input.withheld, input.total) }),
    distribute,
    schedule: (subnet) => {
      const { tempo, lastEpochBlock, pendingEpochAt, block } = subnet;
      return {
        shouldRun: shouldRun(subnet, false),
        blocksUntilNextAuto: heap.u64("blocksUntilNextAuto", tempo, lastEpochBlock, block),
        nextEpochStart: tempo === 0 ? null : heap.u64("nextEpochStart", tempo, lastEpochBlock, pendingEpochAt),
      };
    },
    schedule475: (subnet) => ({ shouldRun: shouldRun(subnet, true) }),
    scheduleOld: ({ netuid, tempo, block, variant }) => ({
      blocksUntilNextEpoch: heap.u64("blocksUntilNextEpochOld", netuid, tempo, block, Number(variant === "wrapping")),
    }),
    scheduleSim: (input) => {
      const { caps: _, ...output } = simulate(input);
      return output;
    },
    scheduleSim475: (input) => simulate(input, ({ nullConsensus }) => nullConsensus),
  };
}

function ascending<S extends { netuid: number }>(subnets: readonly S[]): S[] {
  return [...subnets].sort((a, b) => a.netuid - b.netuid);
}

/** Floor of raw U96F32 in rao. */
function floorU64(x32: bigint): bigint {
  const integer = x32 >> 32n;
  return integer > U64_MAX ? U64_MAX : integer;
}
