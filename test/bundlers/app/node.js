import { failureOf } from "./failureOf.js";
import { report } from "./report.js";

report({ size: 2 })
  .catch(failureOf)
  .then((result) => console.log(JSON.stringify(result)));
