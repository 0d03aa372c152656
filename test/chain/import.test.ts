/** What others write of a subnet is read back as our own engine made it, and what a file lacks or cannot hold exactly is said. */
import { describe, expect, it } from "vitest";
import { importFile, importToJson, partialReplay, type ImportedFile } from "../../bindings/chain/index.js";
import { YumaError } from "../../bindings/errors.js";
import { readArray } from "../../bindings/chain/import/numbers.js";
import { reference } from "../../bindings/reference/index.js";
import { storageKey, encodeValue, type Part } from "./layout.js";
import { madeChain } from "./madeChain.js";
import {
  btcli,
  dictionary,
  inBytes,
  listed,
  madeSubnet,
  metagraph,
  neuronReply,
  npy,
  numpyPickle,
  rowOf,
  subnetStateReply,
  taostats,
  torchFile,
  withoutZeros,
  zip,
  type MadeSubnet,
} from "./importWriters.js";

const SEEDS = [1n, 2n, 3n, 4n, 5n];
const made = madeSubnet(9n);

const utf8 = (value: string) => new TextEncoder().encode(value);
const json = (value: unknown) => utf8(JSON.stringify(value));
const mapped = <T>(arrays: Record<string, T>, make: (array: T) => unknown) =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, make(array)]));

/** The words that nearly every format has. */
function expectWords({ results }: ImportedFile, { result }: MadeSubnet, ...without: string[]): void {
  for (const name of ["incentive", "dividends", "consensus", "validatorTrust"] as const)
    if (!without.includes(name)) expect([name, results[name]]).toEqual([name, result[name]]);
}

describe("replies of runtime calls", () => {
  it.each(SEEDS)("get_neurons, seed %s", (seed) => {
    const subnet = madeSubnet(seed);
    const reply = neuronReply(subnet);
    for (const file of [reply, inBytes(reply), utf8(`0x${reply.toString("hex")}\n`), json(`0x${reply.toString("hex")}`)]) {
      const imported = importFile(file);
      expect(imported).toMatchObject({ kind: "neurons", netuid: 7, block: null });
      expectWords(imported, subnet);
      expect(imported.results.emission).toEqual(subnet.result.emission);
      expect(imported.results.newValidatorPermits).toEqual(subnet.result.newValidatorPermits);
      expect(imported.state.weights).toEqual(withoutZeros(subnet.input.weights));
      expect(imported.results.bonds).toEqual(withoutZeros(subnet.result.bonds));
      expect(imported.state.lastUpdate).toEqual(subnet.input.lastUpdate);
      expect(imported.missing).toContain("blockAtRegistration");
      expect(imported.notExact.map(({ field }) => field)).toContain("stake");
    }
  });

  it("digits without 0x, whatever their first is", () => {
    // 232 neurons have their count begin with an "a".
    const many = madeSubnet(1n, 232);
    expect(importFile(utf8(neuronReply(many).toString("hex"))).state.n).toBe(232);
  });

  it("get_neurons_lite, and a node's whole answer", () => {
    const reply = neuronReply(made, true);
    const imported = importFile(json({ jsonrpc: "2.0", id: 1, result: `0x${reply.toString("hex")}` }), { block: 77n });
    expect(imported).toMatchObject({ kind: "neurons-lite", block: 77n });
    expect(imported.missing).toEqual(expect.arrayContaining(["weights", "bonds", "results.bonds"]));
    expectWords(imported, made);
  });

  it("get_subnet_state", () => {
    const imported = importFile(subnetStateReply(made));
    expect(imported).toMatchObject({ kind: "subnet-state", netuid: 7 });
    expectWords(imported, made, "validatorTrust");
    const { blockAtRegistration, alphaStake, taoStake, lastUpdate } = made.input;
    expect(imported.state).toMatchObject({ blockAtRegistration, alphaStake, taoStake, lastUpdate });
    expect(imported.missing).toContain("results.validatorTrust");
  });
});

describe("metagraphs", () => {
  const axons = dictionary([["a", Uint8Array.from(Buffer.from("cposix\nsystem\n(X\x02\x00\x00\x00lstR"))]]).subarray(2, -1);
  const others = [
    ["network", Uint8Array.from(Buffer.from("X\x06\x00\x00\x00finney"))],
    ["axons", axons],
  ] as const;
  const forms: [string, (subnet: MadeSubnet) => Uint8Array][] = [
    ["torch's zip", (subnet) => torchFile(metagraph(subnet), others)],
    ["a pickle of numpy's arrays", (subnet) => numpyPickle(metagraph(subnet), others)],
    ["npz", (subnet) => zip(mapped2(metagraph(subnet)))],
    ["npz, deflated", (subnet) => zip(mapped2(metagraph(subnet)), true)],
    ["JSON", (subnet) => json({ network: "finney", ...mapped(metagraph(subnet, 64), listed) })],
  ];
  const mapped2 = (arrays: ReturnType<typeof metagraph>) =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${name}.npy`, npy(array)]));

  it.each(forms)("%s: u16 exactly, the rest as its floats allow", (_, write) => {
    for (const seed of SEEDS) {
      const subnet = madeSubnet(seed, 10 + Number(seed));
      const imported = importFile(write(subnet), { name: "block-5320.pt" });
      expect(imported).toMatchObject({ kind: "metagraph", netuid: 7, block: subnet.block });
      expectWords(imported, subnet);
      expect(imported.state.lastUpdate).toEqual(subnet.input.lastUpdate);
      expect(imported.state.validatorPermits).toEqual(subnet.result.newValidatorPermits);
      expect(imported.results.bonds).toEqual(withoutZeros(subnet.result.bonds));
      const scaled = withoutZeros(subnet.input.weights);
      imported.state.weights!.values.forEach((value, k) => {
        // Where a row's largest is 65535 the rest comes out as it was.
        const row = scaled.starts.findIndex((start) => start > k) - 1;
        const most = Math.max(...rowOf(scaled, row).map(([, one]) => one));
        if (most === 65_535) expect(value).toBe(scaled.values[k]);
      });
      imported.results.emission!.forEach((rao, uid) => {
        const exact = subnet.result.emission[uid]!;
        expect(Number(rao > exact ? rao - exact : exact - rao)).toBeLessThanOrEqual(Number(exact) / 2 ** 23);
      });
      expect(imported.notExact.map(({ field }) => field)).toEqual(expect.arrayContaining(["results.emission", "taoStake", "weights"]));
    }
  });

  it("one array alone is what its file is named", () => {
    const { dividends } = metagraph(made);
    expect(importFile(npy(dividends!), { name: "dividends.npy" }).results.dividends).toEqual(made.result.dividends);
    expect(() => importFile(npy(dividends!))).toThrow(/options.name/);
  });
});

describe("what services print", () => {
  it("btcli", () => {
    const imported = importFile(json(btcli(made)));
    expect(imported).toMatchObject({ kind: "btcli", netuid: 7, block: null, state: { tempo: 99 } });
    expectWords(imported, made, "consensus", "validatorTrust");
    expect(imported.results.emission).toEqual(made.result.emission);
    expect(imported.missing).toEqual(expect.arrayContaining(["weights", "bonds", "lastUpdate", "results.validatorTrust"]));
  });

  it("taostats, page by page", () => {
    const imported = importFile(json(taostats(made, 5)));
    expect(imported).toMatchObject({ kind: "taostats", netuid: 7, block: made.block });
    expectWords(imported, made);
    expect(imported.results.emission).toEqual(made.result.emission);
    const { lastUpdate, blockAtRegistration, alphaStake } = made.input;
    expect(imported.state).toMatchObject({ lastUpdate, blockAtRegistration, alphaStake });
    expect(() => importFile(json(taostats(made, 5).slice(0, 2)))).toThrow(/all 14 rows/);
    expect(() => importFile(json(taostats(made, 5)[1]))).toThrow(/expected all/);
  });
});

describe("dumps of storage", () => {
  const chainOf = (spec: number) => {
    const chain = madeChain({ spec, seed: 5n, epochs: 3 }, reference);
    const { block, state } = chain.epochs[2]!;
    return { ...chain, block, state, before: chain.chain.storage(block - 1)!, after: chain.chain.storage(block)! };
  };

  it.each([233, 297, 343, 397, 425, 475])("spec %i: the input of an epoch out of its keys and values", (spec) => {
    const { before, block, state, netuid } = chainOf(spec);
    const file = { genesis: "0x00", block: String(block - 1), hash: "0x11", specVersion: spec, entries: Object.fromEntries(before) };
    for (const whole of [file, { ...file, entries: [...before] }]) {
      const imported = importFile(json(whole));
      expect(imported).toMatchObject({
        kind: "storage",
        netuid,
        block: BigInt(block - 1),
        provenance: { spec, hash: "0x11", genesis: "0x00" },
      });
      const expected = state as unknown as Record<string, unknown>;
      for (const name of [
        "n",
        "tempo",
        "validatorPermits",
        "blockAtRegistration",
        "alphaStake",
        "taoStake",
        "yuma3",
        "liquidAlpha",
        "stakeThreshold",
      ])
        if (name in expected && name in imported.state)
          expect([name, (imported.state as Record<string, unknown>)[name]]).toEqual([name, expected[name]]);
      expect(imported.state.ownerUid).toBe(0);
      expect(imported.state.bonds).toBeDefined();
    }
  });

  it("an epoch's stored outputs", () => {
    const { after, block, netuid } = chainOf(397);
    const imported = importFile(json([...after]), { netuid, spec: 397, block: BigInt(block) });
    expect(imported.lastEpoch).toBe(BigInt(block));
    expect(Object.keys(imported.results)).toEqual(
      expect.arrayContaining(["active", "emission", "incentive", "dividends", "bonds", "stakeWeight"]),
    );
  });

  it("items by name, as polkadot-js and chopsticks write them", () => {
    const entries = {
      weights: [
        [
          ["7", "0"],
          [
            ["1", "65,535"],
            ["2", "0"],
          ],
        ],
        [["7", "2"], [["1", "7"]]],
      ],
      subnetworkN: [[["7"], "3"]],
      bondsMovingAverage: [[["7"], "0x00000000000dbba0"]],
      emission: [[["7"], ["1,000,000,000,000", "0", "5"]]],
      taoWeight: "0x2e147ae147ae147a",
      liquidAlphaConsensusMode: [[[7], "Previous"]],
      timestamp: 5,
    };
    const { state, results, netuid } = importFile(json(entries));
    expect(netuid).toBe(7);
    expect(state).toMatchObject({
      n: 3,
      bondsMovingAverage: 900_000n,
      taoWeight: 0x2e147ae147ae147an,
      liquidAlphaConsensusMode: "previous",
    });
    expect(rowOf(state.weights!, 0)).toEqual([
      [1, 65_535],
      [2, 0],
    ]);
    expect(results.emission).toEqual(BigUint64Array.of(1_000_000_000_000n, 0n, 5n));
    const chopsticks = { "import-storage": { SubtensorModule: { Kappa: [[[7], 32_767]], Incentive: [[[7], [1, 2]]] }, System: {} } };
    expect(importFile(json(chopsticks))).toMatchObject({
      netuid: 7,
      state: { n: 2, kappa: 32_767 },
      results: { incentive: Uint16Array.of(1, 2) },
    });
    const key = storageKey("Incentive", [7], 400);
    expect(importFile(json([[key, [1, 2, 65_535]]])).results.incentive).toEqual(Uint16Array.of(1, 2, 65_535));
  });

  it("one subnet of several only where it is asked for", () => {
    const raw = (netuid: number, item: string, value: unknown, ...more: Part[]) =>
      [storageKey(item, [netuid, ...more], 400), encodeValue(item, value, 400)] as const;
    const both = json([raw(7, "Incentive", [1]), raw(8, "Incentive", [2]), ["0x1234", "0x00"]]);
    expect(() => importFile(both)).toThrow(/one of the 2 subnets in the file \(7, 8\)/);
    expect(importFile(both, { netuid: 8 }).results.incentive).toEqual(Uint16Array.of(2));
    expect(() => importFile(both, { netuid: 9 })).toThrow(/a subnet that the file has/);
    expect(() => importFile(json([[storageKey("Incentive", [7], 400), "0x0c0100"]]))).toThrow(/Incentive/);
  });
});

describe("our own form", () => {
  it("holds all that was imported", () => {
    for (const file of [neuronReply(made), subnetStateReply(made), json(taostats(made, 50)), torchFile(metagraph(made))]) {
      const imported = importFile(file, { name: "a" });
      const again = importFile(json(importToJson(imported)), { name: "a" });
      expect({ ...again, provenance: null }).toEqual({ ...imported, provenance: null });
    }
  });
});

describe("bad input", () => {
  const emission = (netuid: number) => storageKey("Emission", [netuid], 397);
  const pickleOf = (code: string, times: number) => Uint8Array.from(Buffer.from(`\x80\x02N${code.repeat(times)}`, "latin1"));
  const reply = neuronReply(made);
  const big = Buffer.concat([Buffer.from([0x02, 0, 0, 0x40]), reply]);
  const cases: [string, Uint8Array][] = [
    ["nothing", new Uint8Array(0)],
    ["zeros", new Uint8Array(100)],
    ["2^28 neurons", big],
    ["a reply that ends early", reply.subarray(0, -1)],
    ["a reply with more behind it", Buffer.concat([reply, Buffer.of(0)])],
    ["hexadecimal digits of nothing", utf8("0x1234567")],
    ["JSON of something else", json({ a: 1 })],
    ["JSON of a list", json([1, 2])],
    ["spaces before what is none of these", utf8(`${" ".repeat(200_000)}0x12z`)],
    ["digits in JSON, more than a stack holds", json(`0x${"ab".repeat(5_000_000)}`)],
    [
      "a key twice, with two values",
      json({
        entries: [
          [emission(7), "0x00"],
          [emission(7), null],
        ],
      }),
    ],
    ["a uid that is none", json({ SubtensorModule: { Weights: [[[7, 65_535], [[1, 2]]]] } })],
    ["a pickle of dictionaries", pickleOf("}", 2 ** 19 + 1)],
    ["a pickle that remembers without end", pickleOf("\x94", 2 ** 24 + 1)],
    ["JSON that ends", utf8('{"entries": {')],
    ["JSON that is deep", utf8("[".repeat(100_000) + "]".repeat(100_000))],
    ["a name of the language's own", utf8('{"__proto__": {"entries": {"0x00": "0x00"}}, "constructor": 1}')],
    ["a format of ours with other fields", json({ ...importToJson(importFile(reply)), state: { n: 5, weightz: [] } })],
    ["too many uids", json({ ...(btcli(made) as object), uids: [{ uid: 5 }] })],
    ["a uid twice", json({ ...(btcli(made) as object), uids: [{ uid: 0 }, { uid: 0 }] })],
    ["a fraction above one", json({ ...(btcli(made) as object), uids: [{ uid: 0, incentive: 1.5 }] })],
    ["a zip that ends", torchFile(metagraph(made)).subarray(0, 2_000)],
    ["a zip without arrays", zip({ "a.txt": Buffer.from("a") })],
    ["a zip of zeros", zip({ "incentive.npy": Buffer.alloc(2 ** 26) }, true)],
    [
      "an array of objects",
      zip({
        "incentive.npy": Buffer.concat([
          npy({ dtype: "f4", shape: [1], values: [1] }).subarray(0, 10),
          Buffer.from("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }".padEnd(117)),
          Buffer.from("\n"),
        ]),
      }),
    ],
    ["a pickle that calls", Uint8Array.from(Buffer.from("\x80\x02cposix\nsystem\nX\x02\x00\x00\x00ls\x85R.", "latin1"))],
    ["a pickle of itself", Uint8Array.from(Buffer.from("\x80\x02}q\x00X\x09\x00\x00\x00incentiveh\x00s.", "latin1"))],
    ["a pickle with an opcode that is none", Uint8Array.from(Buffer.from("\x80\x02\xff.", "latin1"))],
    ["a pickle with a long text", Uint8Array.from(Buffer.from("\x80\x02X\xff\xff\xff\xff.", "latin1"))],
    ["2^40 values", numpyPickle({ incentive: { dtype: "f4", shape: [1_048_576, 1_048_576], values: [1] } })],
    ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0)],
  ];

  it.each(cases)("%s is refused by a typed error", (_, bytes) => {
    let thrown: unknown;
    try {
      importFile(bytes);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(YumaError);
    expect((thrown as YumaError).code).toMatch(/^(invalid-input|malformed-json)$/);
    expect((thrown as Error).message.length).toBeLessThan(1_500);
  });

  it("bytes turned at random never get further than a typed error", () => {
    const files = [
      reply,
      subnetStateReply(made),
      torchFile(metagraph(made)),
      numpyPickle(metagraph(made)),
      zip({ "incentive.npy": npy(metagraph(made)["incentive"]!) }, true),
      inBytes(reply),
      utf8(`0x${reply.toString("hex")}`),
      json(mapped(metagraph(made), listed)),
      json(btcli(made)),
      json(taostats(made, 100)),
      json(importToJson(importFile(reply))),
      json({ entries: { [emission(7)]: "0x080100000000000000ff00000000000000" }, specVersion: 397 }),
    ];
    let seed = 12345;
    const next = (bound: number) => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) % bound;
    for (const file of files)
      for (let round = 0; round < 150; round++) {
        const bytes = Uint8Array.from(next(3) === 0 ? file.subarray(0, next(file.length)) : file);
        for (let i = next(4); i >= 0 && bytes.length > 0; i--) bytes[next(bytes.length)] = next(256);
        try {
          partialReplay(importFile(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(YumaError);
        }
      }
  });

  it("of one value no matrix is made by steps of zero", () => {
    const layout = { kind: "f4", little: true, shape: [4_096, 4_096], strides: [0, 0] };
    expect(() => readArray(new Uint8Array(4), layout, "weights")).toThrow("weights: expected 67108864 bytes, got 4");
  });

  it("what a value should be is said once", () => {
    expect(() => importFile(json({ entries: { [emission(7)]: "0x08" } }))).toThrow(
      /^entries\.Emission\[7\] \(0x\w+\): expected Vec<u64>: 2 elements after byte 0, and there are 0 bytes, got "0x08"$/,
    );
  });

  it("options are held against the file", () => {
    expect(() => importFile(reply, { netuid: 8 })).toThrow(/options.netuid: expected 7/);
    expect(() => importFile(reply, { nam: "a" } as object)).toThrow(/did you mean "name"/);
    expect(() => importFile("text" as never)).toThrow(/a Uint8Array/);
  });
});
