import { describeBackends } from "./backends.js";
import { itGivesTheSparseOperation, itGivesTheVectors } from "./vectors.js";

describeBackends("weights", (backend) => {
  itGivesTheSparseOperation(backend, "row_normalize");
  itGivesTheVectors(backend, "epoch/unsorted");
});
