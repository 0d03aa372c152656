import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("root", (backend) => {
  itGivesTheVectors(backend, "economics/root_epoch");
});
