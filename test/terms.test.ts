import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("terms", (backend) => {
  itGivesTheVectors(backend, "economics/subnet_terms");
});
