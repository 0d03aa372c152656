/** For bundlers that do not follow `new Worker(new URL(...))`: the workers' script lies where the page says. */
import { failureOf } from "./failureOf.js";
import { report } from "./report.js";
import { show } from "./show.js";

const ways = [
  { size: 2, worker: new URL("yuma-worker.js", document.baseURI) },
  { size: 2, worker: "yuma-worker.js" },
  { size: 2, worker: () => new Worker("yuma-worker.js") },
  { worker: new Worker("yuma-worker.js", { type: "module" }) },
];
Promise.all(ways.map((way) => report(way).catch(failureOf))).then(show);
