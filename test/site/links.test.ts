/** Links and files that nobody honest made: what they hold is refused in words, and names are only ever names. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadYuma, toJson, YumaError, type SubnetState } from "../../bindings/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { readScenario } from "../../bindings/simulate/index.js";
import { fromJson } from "../../bindings/index.js";
import { play } from "../../site/engine/play.js";
import { addCopier } from "../../site/model/copier.js";
import {
  DocumentError,
  load,
  save,
  scenarioDocument,
  stateDocument,
  type Document,
  type ScenarioDocument,
} from "../../site/model/document.js";
import { setStake } from "../../site/model/edit.js";
import { renamePerson } from "../../site/model/people.js";
import { readFile } from "../../site/model/readFile.js";
import { fromFragment, toFragment } from "../../site/model/share.js";
import { fileName } from "../../site/model/command.js";
import { readVectors } from "../vectors.js";

const yuma = await loadYuma();
const STATE = fromJson(readVectors("epoch/basic")[0]!.in);
const STORY = scenarioDocument(readScenario(SCENARIOS["late-majority-twice-copier"]));

const digestOf = (doc: Document) => play(yuma, doc, 0).shown.digest;

async function fragmentOf(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `v1.${Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url")}`;
}

async function refusal(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof YumaError || error instanceof DocumentError) return error.message;
    throw error;
  }
  throw new Error("it was taken");
}

const SAVED = save(STORY) as unknown as Record<string, any>;
const OPENED = save(stateDocument("t", STATE)) as unknown as Record<string, any>;

describe("a link", () => {
  it.each<[string, string]>([
    ["nothing", ""],
    ["half a JSON", '{"state":'],
    ["null", "null"],
    ["a number", "7"],
    ["a list", "[]"],
    ["an object of nothing", "{}"],
    ["no scenario", '{"scenario":null}'],
    ["a scenario of letters", '{"scenario":"abc"}'],
    ["a list as a scenario", '{"scenario":[1,2]}'],
    ["a variant that is none", JSON.stringify({ ...SAVED, variant: { rules: "yuma9" } })],
    ["a variant of nothing", JSON.stringify({ ...SAVED, variant: null, scenario: { ...SAVED["scenario"], variants: 4 } })],
    ["a prototype in a scenario", `{"scenario":{"__proto__":{"title":"t"},"constructor":1}}`],
    ["a prototype in place of a state", `{"state":{"__proto__":{"n":3}}}`],
    ["a state of nothing", '{"state":null,"title":"t","epochs":1}'],
    ["a title that is an object", JSON.stringify({ ...OPENED, title: { toString: 1 } })],
    ["epochs in words", JSON.stringify({ ...OPENED, epochs: { valueOf: 1 } })],
    ["no epochs", JSON.stringify({ ...OPENED, epochs: 0 })],
    ["half an epoch", JSON.stringify({ ...OPENED, epochs: 1.5 })],
    ["too many epochs", JSON.stringify({ ...OPENED, epochs: 1e9 })],
    ["a state with a key of another prototype", JSON.stringify(OPENED).replace('"state":{', '"state":{"__proto__":{},')],
    ["deep nesting", "[".repeat(200_000)],
  ])("of %s is refused in words", async (_, text) => {
    expect(await refusal(async () => fromFragment(await fragmentOf(text)))).not.toBe("");
    expect(({} as Record<string, unknown>)["title"]).toBeUndefined();
  });

  it("that unpacks to more than the page takes is refused before it is whole", async () => {
    expect(await refusal(async () => fromFragment(await fragmentOf(" ".repeat(2 ** 26 + 1))))).toMatch(/unpacks to more than/);
  });

  it.each(["v1", "v1.%00", "v1.=", "v1.ÿ", "v01.AAAA", "v1.AA AA", `v1.${"A".repeat(9)}`])("#%s is refused in words", async (fragment) => {
    expect(await refusal(() => fromFragment(fragment))).not.toBe("");
  });

  it("that was cut anywhere is refused in words", async () => {
    const whole = await toFragment(STORY);
    for (let end = 0; end < whole.length; end += 7) expect(await refusal(() => fromFragment(whole.slice(0, end)))).not.toBe("");
  });
});

const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "<img src=x onerror=alert(1)>",
  "</script>",
  "😀".repeat(30),
  "מלך",
  "\u202eabc",
  "=1+1",
  "a".repeat(60),
  "uid 3",
  "$& $1",
  "0",
];

describe("a name", () => {
  it.each(NAMES)("%o is only a name, of a validator and of a server, in a link and in a file", async (name) => {
    for (const uid of [0, STORY.scenario.validators.length]) {
      const doc = renamePerson(STORY, uid, name);
      const again = (await fromFragment(await toFragment(doc))) as ScenarioDocument;
      expect(again.scenario.weights).toEqual(doc.scenario.weights);
      expect(again.scenario.stakes).toEqual(doc.scenario.stakes);
      expect(digestOf(again)).toBe(digestOf(STORY));
    }
  });

  it("of a file that is saved is short, hidden nowhere, and has something in it", () => {
    for (const title of ["..", "../../etc/passwd", ".hidden", "-rf", "", "😀", "x".repeat(5_000), "CON", "a\u0000b"]) {
      const name = fileName({ ...stateDocument("t", STATE), title }, "json");
      expect(name).toMatch(/^[a-z0-9][a-z0-9.-]{0,99}\.json$/);
    }
  });
});

describe("a story that a hand made", () => {
  it("can be read from its link again, whatever the stake", async () => {
    expect(() => setStake(STORY, 0, 0, 2n ** 64n - 1n)).toThrow(DocumentError);
    const doc = setStake(STORY, 0, 0, 10n ** 19n);
    expect(save((await fromFragment(await toFragment(doc))) as ScenarioDocument)).toEqual(save(doc));
  });

  it("has no more uids by copiers than the page takes", () => {
    const names = (stem: string, count: number) => Array.from({ length: count }, (_, i) => `${stem} ${i}`);
    const whole = readScenario({
      title: "t",
      validators: names("v", 2),
      servers: names("s", 4_094),
      epochs: 1,
      stakes: [{ epochs: 0, stake: [1, 1] }],
      weights: [{ epochs: 0, weights: { "v 0": { "s 0": 1 } } }],
    });
    expect(() => addCopier(scenarioDocument(whole), 0, 0.5)).toThrow(DocumentError);
  });
});

describe("a file", () => {
  const never = () => Promise.reject(new DocumentError("of other tools"));
  const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  it.each<[string, Uint8Array]>([
    ["a gzip bomb", gzipSync(Buffer.alloc(2 ** 26 + 1))],
    ["gzip of gzip of rubbish", gzipSync(gzipSync("x"))],
    ["JSON with a byte that is no text", Uint8Array.of(0x7b, 0xff, 0x7d)],
    ["the flat form's name alone", new TextEncoder().encode("YUMA")],
    ["the flat form of rubbish", new TextEncoder().encode(`YUMA${"\u0001\u00ff".repeat(40)}`)],
    ["a document in a document", bytesOf({ state: OPENED, epochs: 1 })],
    ["mechanisms of nothing", bytesOf({ mechanisms: [] })],
    ["mechanisms of null", bytesOf({ mechanisms: null, epochConsensus: "yuma" })],
    ["a subnet of no kind", bytesOf({ epochConsensus: "both" })],
    ["names in place of people", bytesOf({ validators: "ab", servers: { length: 3 } })],
    ["a state whose uids are text", bytesOf({ ...(toJson(STATE) as object), n: "3" })],
  ])("of %s is refused in words", async (_, bytes) => {
    expect(await refusal(() => readFile("x", bytes, never))).not.toBe("");
  });

  it("may have a title of any length", async () => {
    const { doc } = await readFile("x".repeat(10_000), bytesOf(toJson(STATE)), never);
    expect(doc.kind === "state" && doc.title.length).toBeLessThan(200);
    const linked = load({ ...OPENED, title: "y".repeat(1_000_000) });
    expect(linked.kind === "state" && linked.title.length).toBeLessThan(200);
  });
});

describe("a state under rules of history", () => {
  it("may leave out what they do not read", () => {
    const { n, currentBlock, activityCutoff, lastUpdate, blockAtRegistration, validatorPermits, maxAllowedValidators } = STATE;
    const { kappa, bondsMovingAverage, weights, bonds, raoEmission, alphaStake: stake } = STATE;
    const state = {
      ruleSet: "spec-127",
      ...{ n, currentBlock, activityCutoff, lastUpdate, blockAtRegistration, validatorPermits, maxAllowedValidators },
      ...{ kappa, bondsMovingAverage, weights, bonds, raoEmission, stake },
    } as unknown as SubnetState;
    const doc = stateDocument("old", state);
    expect(digestOf(doc)).toBe(yuma.epoch(state, { digest: true }).digest);
    expect(doc.state.commitBlocks).toHaveLength(n);
    expect(doc.state.stakeThreshold).toBe(0n);
    expect(digestOf(load(JSON.parse(JSON.stringify(save(doc)))))).toBe(digestOf(doc));
  });
});
