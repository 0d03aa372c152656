import { expect, it } from "vitest";
import { runBlock, type NetworkBlock } from "../bindings/simulate/network.js";
import { backendNamed, describeBackends } from "./backends.js";
import { madeNetwork } from "./network.js";

/** Three tempos of the slowest subnet. */
const BLOCKS = 3 * 17;

function sum(amounts: Iterable<bigint>): bigint {
  return [...amounts].reduce((a, b) => a + b, 0n);
}

/** Part plus loss is the whole: the loss to truncation is at least 0 and below what is named. */
function conserves(whole: bigint, parts: bigint, lossBelow: bigint): void {
  const loss = whole - parts;
  expect([loss >= 0n, loss < lossBelow, loss, lossBelow]).toEqual([true, true, loss, lossBelow]);
}

function run(name: "wasm" | "wasm-scalar" | "reference"): NetworkBlock[] {
  const { yuma, economics } = backendNamed(name);
  const network = madeNetwork();
  return Array.from({ length: BLOCKS }, () => runBlock(yuma, economics, network));
}

describeBackends("a network of five subnets over three tempos", ({ yuma, economics }, name) => {
  const network = madeNetwork();

  it("creates nothing, and loses what truncation loses at each step", () => {
    let epochs = 0;
    for (let i = 0; i < BLOCKS; i++) {
      const before = structuredClone(network);
      const { coinbase, recycledRootAlpha, epochs: ran } = runBlock(yuma, economics, network);

      // The block's TAO over the subnets: each share and product is truncated at 2^-32 rao.
      conserves(
        coinbase.blockEmission << 32n,
        sum(coinbase.subnets.map(([, terms]) => terms.emissionX32)),
        BigInt(coinbase.subnets.length) << 32n,
      );

      for (const [netuid, terms] of coinbase.subnets) {
        // Into the pool or beside it: two floors in rao.
        conserves(terms.emissionX32 >> 32n, terms.taoIn + terms.excessTao, 2n);
        // Alpha out over owner, miners, validators and root: four floors in rao.
        conserves(terms.alphaOut, terms.owner + terms.server + terms.validator + terms.rootAlpha, 4n);
        if (netuid === 2) expect(terms.owner).toBe(0n);
        if (netuid === 4) expect(terms.emissionX32).toBe(0n);
      }

      // Issued is what went in; alpha outside the pools is what was minted less what was recycled.
      const tao = sum(coinbase.subnets.map(([, { taoIn, excessTao }]) => taoIn + excessTao));
      expect(network.issuance - before.issuance).toBe(tao);
      network.subnets.forEach((subnet, k) => {
        const { netuid } = subnet.coinbase;
        const terms = new Map(coinbase.subnets).get(netuid)!;
        const recycled = new Map(recycledRootAlpha).get(netuid) ?? 0n;
        expect(subnet.coinbase.alphaOut - before.subnets[k]!.coinbase.alphaOut).toBe(terms.alphaOut - recycled);
        const drained = ran.find((epoch) => epoch.netuid === netuid)?.drained;
        const pending = (part: "Server" | "Validator" | "RootAlpha") =>
          [subnet[`pending${part}`], before.subnets[k]![`pending${part}`]] as const;
        const [server, serverBefore] = pending("Server");
        expect(server + (drained?.server ?? 0n)).toBe(serverBefore + terms.server);
        const [validator, validatorBefore] = pending("Validator");
        expect(validator + (drained?.validator ?? 0n)).toBe(validatorBefore + terms.validator);
        const [root, rootBefore] = pending("RootAlpha");
        expect(root + (drained?.rootAlpha ?? 0n)).toBe(rootBefore + terms.rootAlpha - recycled);
      });

      for (const { netuid, drained, epoch, distribution } of ran) {
        epochs++;
        const { n, mechanisms } = network.subnets.find(({ coinbase }) => coinbase.netuid === netuid)!.state;
        const budget = drained.server + drained.validator + drained.rootAlpha;
        // The epoch: shares sum to at most one, short of it by less than 2n raw bits, and each amount is floored.
        const perMechanism = (2n * BigInt(n) * budget) / (1n << 32n) + 2n * BigInt(n) + 1n;
        const paid = sum(epoch.serverEmission) + sum(epoch.validatorEmission);
        conserves(budget, paid, BigInt(mechanisms.length) * perMechanism);

        // Dividends through parents and children: nothing but floors and the burn.
        const earned = sum(distribution.dividendsX32.map(([, raw]) => raw >> 32n)) + sum(distribution.ckRecycled);
        conserves(sum(epoch.validatorEmission), earned, BigInt(n + distribution.dividendsX32.length));
        expect(sum(distribution.incentives.map(([, rao]) => rao))).toBe(sum(epoch.serverEmission));

        // The pools over the hotkeys, then each over take and rest: shares of 2^-32, and two floors a hotkey.
        const hotkeys = BigInt(distribution.dividendsX32.length);
        for (const [pool, list, split] of [
          [distribution.validatorAlpha, distribution.alphaDividendsX32, distribution.alphaTakeRest],
          [drained.rootAlpha, distribution.rootAlphaDividendsX32, distribution.rootTakeRest],
        ] as const) {
          if (pool === 0n) continue;
          const given = sum(list.map(([, raw]) => raw));
          conserves(pool << 32n, given, hotkeys * (pool + 1n) + 1n);
          conserves(given >> 32n, sum(split.flatMap(([, take, rest]) => [take, rest])), 2n * hotkeys + 1n);
        }
        // Parents without a uid are paid too, and owners of another's child pay its burn.
        expect(distribution.alphaTakeRest.find(([id]) => id === n)![2] > 0n).toBe(true);
        expect(distribution.ckRecycled.length).toBeGreaterThan(0);
      }
    }
    expect(epochs).toBeGreaterThanOrEqual(15);
  });

  it("comes out as on the reference", () => {
    expect(run(name)).toEqual(run("reference"));
  });
});
