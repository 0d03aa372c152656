import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as layout from "../../bindings/gpu/layout.js";
import { PARTS, VECTOR_PARTS, bitsOf, outputLayout, type Asked } from "../../bindings/gpu/outputs.js";
import { GUARDS } from "../../bindings/gpu/register.js";
import { BUFFERS, SEEN, STAGES } from "../../bindings/gpu/stages.js";
import { composeShader, declaredNames, shaderModule } from "../../shaders/compose.mjs";

const record = readFileSync("shaders/shared/record.wgsl", "utf8");

function constants(text: string, prefix: string): Record<string, number> {
  const found = text.matchAll(new RegExp(`^const ${prefix}(\\w+) = (0x[0-9a-f]+|\\d+)u;`, "gm"));
  return Object.fromEntries([...found].map(([, name, value]) => [name, Number(value)]));
}

describe("what host and shaders agree on", () => {
  it("is the struct of a network, field by field", () => {
    const body = /struct Network \{([^}]*)\}/.exec(record)![1]!;
    const fields = [...body.matchAll(/^ {2}(\w+): (u32|vec2<u32>),$/gm)].map(([, name, type]) => [name, type]);
    const expected = [
      ...[...layout.NETWORK_PLACES, ...layout.NETWORK_WORDS].map((name) => [name, "u32"]),
      ...layout.NETWORK_PAIRS.map((name) => [name, "vec2<u32>"]),
    ];
    expect(fields).toEqual(expected);
    // WGSL aligns a pair to 8 bytes and the struct to its widest member.
    expect((layout.NETWORK_PLACES.length + layout.NETWORK_WORDS.length) % 2).toBe(0);
  });

  it("is the flags, the guards, and the room of a result and a status", () => {
    for (const [name, value] of Object.entries(layout.FLAGS)) expect(constants(record, "")[name]).toBe(value);
    expect(constants(record, "RESULT_")["BOND_COUNTS"]).toBe(layout.RESULT_WORDS);
    const { MINORITY, VOTER_TOTAL, ...single } = constants(record, "STATUS_");
    const words = [...Object.values(single), MINORITY!, MINORITY! + 1, VOTER_TOTAL!, VOTER_TOTAL! + 1];
    expect(words.sort((a, b) => a - b)).toEqual(Array.from({ length: layout.STATUS_WORDS }, (_, word) => word));
    expect(Object.values(constants(record, "GUARD_"))).toEqual(Object.keys(GUARDS).map(Number));
  });

  it("is what is read, part by part", () => {
    const shader = readFileSync("shaders/shared/outputs.wgsl", "utf8");
    const [, list] = /const OUTPUT_PARTS = array<u32, \d+>\(([^)]*)\)/.exec(shader)!;
    const named = [...list!.matchAll(/RESULT_(\w+)/g)].map(([, name]) =>
      name!.toLowerCase().replace(/_(\w)/g, (_, first) => first.toUpperCase()),
    );
    expect(named).toEqual([...VECTOR_PARTS]);
    const { FIRST_U16, FIRST_U8, COUNT, BONDS, DIGEST, FIRST_SUM } = constants(shader, "OUTPUT_");
    expect([COUNT, BONDS, DIGEST]).toEqual([VECTOR_PARTS.length, PARTS.indexOf("bonds"), PARTS.length]);
    const bits = (asked: Partial<Asked>) => bitsOf({ outputs: [], sums: [], digest: false, ...asked });
    expect([bits({ digest: true }), bits({ outputs: ["bonds"] })]).toEqual([1 << DIGEST!, 1 << BONDS!]);
    expect(bits({ sums: [VECTOR_PARTS[1]] })).toBe(2 << FIRST_SUM!);
    const wordsOf = (part: (typeof VECTOR_PARTS)[number]) => {
      const { vectors, bondCounts } = outputLayout({ outputs: [part], sums: [], digest: false }, 8, 0);
      return (bondCounts - vectors) / 4;
    };
    expect(VECTOR_PARTS.map(wordsOf)).toEqual(VECTOR_PARTS.map((_, part) => (part < FIRST_U16! ? 16 : part < FIRST_U8! ? 4 : 2)));
    const { HEAD_WORDS, DIGEST_WORDS } = constants(shader, "");
    const layoutOf = outputLayout({ outputs: [], sums: ["stake"], digest: true }, 8, 0);
    expect([layoutOf.digest, layoutOf.sums]).toEqual([4 * HEAD_WORDS!, 4 * (HEAD_WORDS! + DIGEST_WORDS!)]);
  });

  it("is the size of a workgroup and the mark of a finished network", () => {
    expect(constants(record, "")).toMatchObject({ GROUP: layout.GROUP, NOTHING: layout.NOTHING, DONE: layout.DONE });
    for (const { name, shader } of STAGES)
      expect(shader.join("\n")).toMatch(new RegExp(`@workgroup_size\\(${layout.GROUP}\\)\\s+fn ${name}\\(`));
  });

  it("is one vector for each section", () => {
    const sections = [
      ...record.matchAll(
        /^const (STAKE|ACTIVE_STAKE|VOTER_STAKE|CONSENSUS|VALIDATOR_TRUST|INCENTIVE|LIQUID_CONSENSUS|BONDS_TOTAL|BONDS_MAXIMUM|DIVIDENDS|SLOT_STAKES|BONDS_INVERSE) = (\d+)u;/gm,
      ),
    ];
    expect(sections.map(([, , value]) => Number(value))).toEqual(Array.from({ length: layout.VECTORS }, (_, i) => i));
  });

  it("is the buffers, each under its binding, and no more than eight a stage", () => {
    for (const [kind, bindings] of Object.entries(SEEN)) expect(bindings.length, kind).toBeLessThanOrEqual(8);
    const declared = new Map(
      STAGES.flatMap(({ shader }) =>
        [...shader.join("\n").matchAll(/@binding\((\d+)\) var<storage, \w+> (\w+):/g)].map(([, binding, name]) => [Number(binding), name]),
      ),
    );
    expect(Object.fromEntries([...declared].sort(([a], [b]) => a! - b!))).toEqual(BUFFERS);
  });
});

describe("composed shaders", () => {
  it.each(["bondsLiquid", "consensus", "stake"])("have every declaration of %s once, and what is imported first", (name) => {
    const names = declaredNames(composeShader(`shaders/${name}.wgsl`));
    expect(new Set(names).size).toBe(names.length);
    expect(names.indexOf("u64_add")).toBeLessThan(names.indexOf("saturating_add"));
    expect(names).toContain(name === "bondsLiquid" ? "bonds_liquid" : name);
  });

  it("give the same text joined by the bundle", () => {
    const consensus = STAGES.find(({ name }) => name === "consensus")!;
    expect(consensus.shader.join("\n")).toBe(composeShader("shaders/consensus.wgsl"));
  });

  it("refuse what is not there", () => {
    expect(() => shaderModule("shaders/absent.wgsl")).toThrow("absent.wgsl");
  });
});
