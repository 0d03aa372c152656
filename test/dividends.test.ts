import { describeBackends } from "./backends.js";
import { itGivesTheSparseOperation, itGivesTheVectors } from "./vectors.js";

describeBackends("dividends", (backend) => {
  itGivesTheSparseOperation(backend, "matmul_transpose");
  itGivesTheSparseOperation(backend, "mat_vec_mul");
  itGivesTheVectors(backend, "epoch/modes");
});
