/** Packs test/vectors as a package of its own: build/yuma-consensus-vectors-VERSION.tgz. `npm run vectors` */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { stored, tar } from "./tar.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HERE = `${ROOT}packages/vectors/`;
const VECTORS = `${ROOT}test/vectors/`;
const SCHEMAS = ["manifest.schema.json", "line.schema.json", "recipe.schema.json"];

const SOURCES = {
  recorded:
    "Native builds of the chain's own code, at the commit that the rule set or the function's name stands for, run on generated inputs.",
  published: "The chain's own sources, which publish these cases with their results.",
  "main-network": "What the main network stored. vectors/real/README.md says where the states were published.",
};

/** What kind of file a path is, and where its kind comes from. */
const KINDS = [
  [/^epoch\/large\.json$/, "recipe", "recorded"],
  [/^scenarios\/scenarios\.json$/, "scenarios", "recorded"],
  [/^scenarios\/expected\.jsonl\.gz$/, "scenario-results", "recorded"],
  [/^scenarios\/chain-published\.json$/, "published", "published"],
  [/^real\/.*\.json\.gz$/, "stored", "main-network"],
  [/^history\/real-/, "cases", "main-network"],
  [/\.(jsonl|subset)\.gz$/, "cases", "recorded"],
];

/** The cases of a file of some kind, as far as they are cases. */
function casesOf(kind, text) {
  if (kind === "cases" || kind === "scenario-results") {
    const lines = text.trimEnd().split("\n");
    return lines.map((line) => JSON.parse(line));
  }
  const whole = JSON.parse(text);
  if (kind === "recipe") return whole.cases.map((one) => ({ ...one, fn: "epoch", in: { ruleSet: "spec-425" } }));
  if (kind === "published") return whole.tests;
  return Array.isArray(whole) ? whole : [whole];
}

const known = (values) => [...new Set(values)].filter((value) => value !== undefined).sort();
const ruleSetName = (ruleSet) => (typeof ruleSet === "number" ? `spec-${ruleSet}` : ruleSet);

function described(path, bytes) {
  const [, kind, source] = KINDS.find(([pattern]) => pattern.test(path)) ?? [];
  if (kind === undefined) throw new Error(`no kind of vector file is called ${path}`);
  const cases = casesOf(kind, String(path.endsWith("gz") ? gunzipSync(bytes) : bytes));
  return {
    path: `vectors/${path}`,
    kind,
    functions: known(cases.map(({ fn }) => fn)),
    ruleSets: known(cases.map((one) => ruleSetName(one.in?.ruleSet))),
    cases: cases.length,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    source,
  };
}

/** The archive's name and bytes, which are the same whenever and wherever it is packed, and its manifest. */
export function packVectors() {
  const { name, version } = JSON.parse(readFileSync(`${HERE}package.json`, "utf8"));
  const paths = readdirSync(VECTORS, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => statSync(VECTORS + path).isFile())
    .sort();
  const vectors = new Map(paths.map((path) => [path, readFileSync(VECTORS + path)]));
  const files = [...vectors].filter(([path]) => !path.endsWith(".md")).map(([path, bytes]) => described(path, bytes));
  const manifest = { name, version, cases: files.reduce((sum, { cases }) => sum + cases, 0), sources: SOURCES, files };
  const contents = new Map([
    ["package/package.json", readFileSync(`${HERE}package.json`)],
    ["package/README.md", readFileSync(`${HERE}README.md`)],
    ["package/LICENSE", readFileSync(`${ROOT}LICENSE`)],
    ["package/manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)],
    ...SCHEMAS.map((schema) => [`package/schemas/${schema}`, readFileSync(HERE + schema)]),
    ...[...vectors].map(([path, bytes]) => [`package/vectors/${path}`, bytes]),
  ]);
  return { file: `${name}-${version}.tgz`, bytes: stored(tar(contents)), manifest };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file, bytes, manifest } = packVectors();
  mkdirSync(`${ROOT}build`, { recursive: true });
  writeFileSync(`${ROOT}build/${file}`, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  console.log(`build/${file}: ${manifest.files.length} files, ${manifest.cases} cases, ${bytes.length} bytes, SHA-256 ${sha256}`);
}
