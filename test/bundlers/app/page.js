import { failureOf } from "./failureOf.js";
import { report } from "./report.js";
import { show } from "./show.js";

report({ size: 2 }).catch(failureOf).then(show);
