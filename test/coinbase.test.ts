import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("coinbase", (backend) => {
  itGivesTheVectors(backend, "economics/coinbase_block");
});
