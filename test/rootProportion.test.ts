import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("root proportion", (backend) => {
  itGivesTheVectors(backend, "economics/root_proportion");
});
