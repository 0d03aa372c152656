/** A user's program: what the package's entries give for one state, by one digest wherever there is one. */
import { fromJson, loadYuma } from "yuma-consensus";
import { explain } from "yuma-consensus/explain";
import { loadBatch } from "yuma-consensus/gpu";
import { createPool } from "yuma-consensus/pool";
import { reference } from "yuma-consensus/reference";
import { simulate } from "yuma-consensus/simulate";
import json from "./state.json";

/** `poolOptions` as for createPool. */
export async function report(poolOptions) {
  const state = fromJson(json);
  const yuma = await loadYuma();
  const batch = await loadBatch();
  const pool = await createPool(poolOptions);
  try {
    return {
      core: yuma.epoch(state, { digest: true }).digest,
      batch: (await batch.epochBatch([state], { digest: true }))[0].digest,
      pool: (await Promise.all([state, state, state].map((each) => pool.epoch(each, { digest: true })))).map(({ digest }) => digest),
      explained: explain(reference, state, 1).uid,
      simulated: [...simulate(yuma, state, { epochs: 2 })].length,
    };
  } finally {
    await pool.close();
    batch.destroy();
  }
}
