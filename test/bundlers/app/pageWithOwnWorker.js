import { failureOf } from "./failureOf.js";
import { report } from "./report.js";
import { show } from "./show.js";

report({ size: 2, worker: () => new Worker(new URL("./ownWorker.js", import.meta.url), { type: "module" }) })
  .catch(failureOf)
  .then(show);
