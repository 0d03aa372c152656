import { describeBackends } from "./backends.js";
import { itGivesTheSparseOperation, itGivesTheVectors } from "./vectors.js";

describeBackends("bonds", (backend) => {
  for (const op of ["interpolate", "col_normalize", "col_max_upscale", "row_hadamard", "mat_ema", "mat_ema_alpha"]) {
    itGivesTheSparseOperation(backend, op);
  }
  itGivesTheVectors(backend, "arithmetic/bma-alpha");
  itGivesTheVectors(backend, "arithmetic/alpha-sigmoid");
  itGivesTheVectors(backend, "arithmetic/liquid-alpha-matrix");
  itGivesTheVectors(backend, "epoch/liquid");
  itGivesTheVectors(backend, "newer-rules/epoch-liquid-mode");
});
