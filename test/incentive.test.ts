import { describeBackends } from "./backends.js";
import { itGivesTheSparseOperation } from "./vectors.js";

describeBackends("incentive", (backend) => {
  itGivesTheSparseOperation(backend, "matmul");
});
