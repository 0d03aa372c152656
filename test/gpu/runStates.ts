/** States that stay on this host's GPU: one JSON line of what became of each. */
import { loadGpu } from "../../bindings/gpu/index.js";
import { GpuGuardError } from "../../bindings/gpu/errors.js";
import type { GpuPoint, GpuState } from "../../bindings/gpu/types.js";
import { epochDigest } from "../../bindings/boundary/canonical.js";
import { loadYumaSync } from "../../bindings/index.js";
import type { EpochResult } from "../../bindings/types.js";
import { denseState } from "../../bindings/verify/recipe.js";

const MEBIBYTE = 1024 * 1024;

const yuma = loadYumaSync();
const dense = (n: number, validators: number) =>
  denseState({ n, validators, seed: 9n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: false });
const messageOf = (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`;
const failure = (run: () => Promise<unknown>) => run().then(() => "nothing thrown", messageOf);
const row = (uid: number, ...uids: number[]) => ({ uid, uids: Uint16Array.from(uids), values: new Uint16Array(uids.length).fill(7) });

const gpu = await loadGpu();
const state = dense(70, 5);
const held = await gpu.upload(state);
const report: Record<string, unknown> = {};

const [whole] = await gpu.sweep(held, [{}]);
const { adapter: _, ...result } = whole!;
report["whole"] = epochDigest(result as EpochResult) === epochDigest(yuma.epoch(state)) && Object.keys(result).length === 12;
const [part] = await gpu.sweep(held, [{}], { outputs: ["active", "active"], sums: ["emission", "active"] });
report["part"] = [Object.keys(part!).sort().join(), part!.sums.active === BigInt(result.active.filter(Boolean).length)];
report["none"] = (await gpu.sweep(held, [])).length;

const sweep = (...points: object[]) => failure(() => gpu.sweep(held, points as GpuPoint[]));
report["refused"] = [
  await sweep({}, { kappa: 70_000 }),
  await sweep({ weights: state.weights }),
  await sweep({ n: 3 }),
  await sweep({ kapa: 3 }),
  await sweep({ weightRows: [row(70, 1)] }),
  await sweep({ weightRows: [row(2, 1), row(2, 3)] }),
  await sweep({ bondRows: [{ ...row(2, 1), values: new Uint16Array(2) }] }),
  await failure(() => gpu.sweep(held, [{}], { outputs: ["bond" as "bonds"] })),
  await failure(() => gpu.sweep({} as GpuState, [{}])),
  await failure(() => gpu.epochs(held, [{}], {} as { advance: bigint })),
  await failure(() => gpu.epochs(held, [{}, { bondRows: [row(2, 1)] }], { advance: 1n })),
  await failure(() => gpu.epochs(held, [{ weightRows: [row(30, 1)] }], { advance: 1n })),
  await failure(() => gpu.epochs(held, [{ currentBlock: (1n << 64n) - 1n }], { advance: 1n })),
  await sweep({ weightRows: [{ ...row(2, 1), x: 1 }] }),
  await failure(async () => (await loadGpu()).sweep(held, [{}])),
];

const points = [{ kappa: 9 }, { weightRows: [row(2, 1, 1)] }, { kappa: 10 }];
const guarded = await gpu.sweep(held, points, { digest: true }).catch((error: unknown) => error as GpuGuardError);
report["guarded"] = guarded instanceof GpuGuardError && [messageOf(guarded), guarded.done, guarded.notDone];
// The third is right again, but of a state that is not.
const steps = [{}, points[1]!, { weightRows: [row(2, 1)] }];
const chained = await failure(() => gpu.epochs(held, steps, { advance: 361n }));
const [same] = await gpu.sweep(held, [{}], { digest: true });
report["chained"] = [chained, same!.digest === epochDigest(yuma.epoch(state))];

const running = gpu.epochs(held, [{}, {}], { advance: 361n, sums: ["emission"] });
report["busy"] = await sweep({});
await running;
const ordered = await gpu.upload(state);
// It has to compile first, and is of the state before the epoch all the same.
const first = gpu.sweep(ordered, [{ liquidAlpha: true }], { digest: true });
await gpu.epochs(ordered, [{}], { advance: 361n, sums: ["emission"] });
report["ordered"] = (await first)[0]!.digest === epochDigest(yuma.epoch({ ...state, liquidAlpha: true }));
const compared = { ...dense(5, 3), ruleSet: "spec-475" as const, liquidAlpha: true, liquidAlphaConsensusMode: "previous" as const };
const digestOf = (previousConsensus: Uint16Array) => epochDigest(yuma.epoch({ ...compared, previousConsensus }));
// Longer than the network has uids: what is too much counts for nothing, and overwrites nothing.
const long = Uint16Array.from({ length: 60 }, (_, i) => 1_000 * i);
const beyond = await gpu.upload({ ...compared, previousConsensus: long });
const [uploaded] = await gpu.sweep(beyond, [{}], { digest: true });
const [stepped] = await gpu.epochs(beyond, [{ previousConsensus: long.slice().reverse() }], { advance: 361n, digest: true });
report["beyond"] = uploaded!.digest === digestOf(long) && stepped!.digest === digestOf(long.slice().reverse());
// Given back while an epoch runs, whose end then has no place to go.
const leaving = gpu.epochs(beyond, [{ previousConsensus: long }], { advance: 361n, outputs: ["emission"] });
await new Promise((resolve) => setTimeout(resolve));
beyond.destroy();
report["leaving"] = (await leaving)[0]!.emission.length;
const controller = new AbortController();
controller.abort(new Error("enough"));
report["aborted"] = await failure(() => gpu.sweep(held, [{}], { signal: controller.signal }));

const empty = await gpu.upload(dense(0, 0));
const [nothing] = await gpu.sweep(empty, [{}], { digest: true });
report["empty"] =
  nothing!.digest === epochDigest(yuma.epoch(dense(0, 0))) && (await gpu.epochs(empty, [{}, {}], { advance: 1n })).length === 2;

held.destroy();
held.destroy();
report["gone"] = await sweep({});
gpu.destroy();
report["destroyed"] = await failure(() => gpu.sweep(empty, [{}]));

const narrow = await loadGpu({ maxBufferBytes: MEBIBYTE });
report["large"] = await failure(() => narrow.upload(dense(600, 600)));
// More points than one chunk holds, and more epochs.
const wide = await narrow.upload(dense(260, 200));
const many = Array.from({ length: 5 }, (_, i) => ({ kappa: 20_000 + i }));
const digests = (await narrow.sweep(wide, many, { digest: true })).map(({ digest }) => digest);
report["split"] = digests.every((digest, i) => digest === epochDigest(yuma.epoch({ ...dense(260, 200), ...many[i]! })));
narrow.destroy();
console.log(JSON.stringify(report));
