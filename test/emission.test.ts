import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("emission", (backend) => {
  itGivesTheVectors(backend, "arithmetic/emission");
  itGivesTheVectors(backend, "epoch/edge");
});
