/** Which room of bindings/ may import which. A room may import itself, and what is said here; nothing imports in a circle. */
const GROUND = ["types.ts", "errors.ts", "text", "values"];
const BOUNDARY = [...GROUND, "boundary", "ruleSets"];
const ROOMS = {
  values: [[], "lists and numbers know nothing of Yuma"],
  text: [["errors.ts", "values"], "text is read and shown alike whatever it says"],
  "errors.ts": [["text"], "an error shows what it met, and knows nothing else"],
  files: [["errors.ts", "text"], "a file is read and written alike whatever is in it"],
  ruleSets: [["types.ts"], "the switches are asked by everybody, and ask nobody"],
  boundary: [BOUNDARY, "what a state is does not depend on who computes with it"],
  interface: [BOUNDARY, "what lies in a message follows from what a state is, and is the same whoever reads it"],
  wasm: [[...BOUNDARY, "hostGlobal.ts", "interface"], "an engine knows states and their messages, and no other engine"],
  economics: [[...BOUNDARY, "wasm", "interface"], "an engine too"],
  "economics/index.ts": [
    [...BOUNDARY, "wasm", "interface", "economics", "halving"],
    "what users import has the halving schedule beside the engine",
  ],
  reference: [[...BOUNDARY, "economics"], "the specification knows none of the engines that are held to it"],
  halving: [[...BOUNDARY, "reference"], "the schedule follows from the rule as specified, and runs no engine"],
  rules: [[...BOUNDARY, "economics"], "the table says what held when, and computes nothing"],
  "index.ts": [
    [...BOUNDARY, "wasm", "interface", "rules", "simulate"],
    "who imports the package gets the one engine that works everywhere, and what a node does from one epoch to the next",
  ],
  gpu: [
    [...BOUNDARY, "hostGlobal.ts", "reference", "wasm"],
    "the host's part of an epoch is the specification's; what is small runs in WebAssembly",
  ],
  pool: [
    [...BOUNDARY, "hostGlobal.ts", "interface", "wasm"],
    "a pool hands the engine over to other threads, and states to it as messages",
  ],
  diff: [BOUNDARY, "results are compared whatever computed them"],
  explain: [[...BOUNDARY, "reference", "diff"], "an explanation is the specification's, of whatever engine's trace"],
  words: [[...BOUNDARY, "explain", "report"], "what was found is put into the sentences of the reports, for whoever shows them"],
  simulate: [
    [...BOUNDARY, "economics", "gpu", "pool", "reference", "rules"],
    "a simulation is given its engine, of which it knows the types",
  ],
  sweep: [[...BOUNDARY, "simulate", "pool"], "a sweep is of simulations, on a pool"],
  chain: [[...BOUNDARY, "hostGlobal.ts", "reference", "rules", "diff"], "what a chain says is read and compared, and the engine is given"],
  testing: [BOUNDARY, "generated states are what the boundary lets through, whoever computes with them"],
  functions: [[...BOUNDARY, "economics", "reference", "wasm", "gpu", "index.ts"], "every function by its name, on each engine"],
  verify: [[...BOUNDARY, "files", "functions", "gpu", "simulate"], "vectors are files, and name what is to be run"],
  report: [
    [...BOUNDARY, "rules", "halving", "diff", "explain", "simulate", "sweep", "chain"],
    "a report shows what others found, and runs nothing",
  ],
};

const path = (name) => (name.endsWith(".ts") ? name.replace(".", "\\.") : `${name}/`);

module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).map(([room, [others, comment]]) => ({
      name: `room-${room}`,
      comment,
      severity: "error",
      from: {
        path: `^bindings/${path(room)}`,
        pathNot: Object.keys(ROOMS).flatMap((part) => (part.startsWith(`${room}/`) ? [`^bindings/${path(part)}`] : [])),
      },
      to: { path: "^bindings/", pathNot: `^bindings/(${[room, ...others].map(path).join("|")})` },
    })),
    {
      name: "room-without-rule",
      comment: "A new room is said here, with what it may import and why.",
      severity: "error",
      from: {},
      to: { path: "^bindings/[^/]+/", pathNot: `^bindings/(${["cli", ...Object.keys(ROOMS)].map(path).join("|")})` },
    },
    {
      name: "no-circle",
      comment: "What imports itself by a detour can neither be read nor loaded piece by piece.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "only-the-command-on-top",
      comment: "The command is for people at a terminal; what a program imports has nothing of it.",
      severity: "error",
      from: { path: "^bindings/", pathNot: "^bindings/cli/" },
      to: { path: "^bindings/cli/" },
    },
    {
      name: "no-test-in-the-package",
      comment: "What is held to its word does not depend on what holds it; recorded vectors are data.",
      severity: "error",
      from: { path: "^bindings/" },
      to: { path: "^(test|bench|assembly)/", pathNot: "^test/vectors/" },
    },
    {
      name: "node-in-its-place",
      comment: "Everything else runs in browsers and workers too; of Node's threads, `connect` knows the type alone.",
      severity: "error",
      from: { path: "^bindings/", pathNot: "^bindings/(cli|files)/|^bindings/(pool|gpu)/node\\w+\\.ts$|^bindings/pool/connect\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "packages-by-name",
      comment: "A package is in ours for good, with its licence; which ones is decided here.",
      severity: "error",
      from: { path: "^bindings/" },
      to: {
        path: "node_modules/",
        pathNot: "node_modules/(@noble/hashes|@polkadot-api/[\\w-]+|d3-contour|echarts|fast-check|fastest-levenshtein|@types/\\w+)/",
      },
    },
    {
      name: "charts-in-reports",
      comment: "They are most of the command's size, and are loaded where something is drawn.",
      severity: "error",
      from: { path: "^bindings/", pathNot: "^bindings/report/" },
      to: { path: "node_modules/(d3-contour|echarts)/" },
    },
    {
      name: "fast-check-where-states-are-generated",
      comment: "It is the user's own, and only who tests has it.",
      severity: "error",
      from: { path: "^bindings/", pathNot: "^bindings/testing/" },
      to: { path: "node_modules/fast-check/" },
    },
    {
      name: "polkadot-where-a-chain-is-read",
      comment: "They decode what runtimes say of themselves; a state that is at hand needs none of that.",
      severity: "error",
      from: { path: "^bindings/", pathNot: "^bindings/chain/" },
      to: { path: "node_modules/@polkadot-api/" },
    },
    {
      name: "nothing-missing",
      comment: "An import that is not found is checked by no rule.",
      severity: "error",
      from: { path: "^bindings/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^build/" },
  },
};
