import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("stake", (backend) => {
  itGivesTheVectors(backend, "arithmetic/stake-weight");
  itGivesTheVectors(backend, "epoch/stake");
});
