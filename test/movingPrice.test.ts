import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("moving price", (backend) => {
  itGivesTheVectors(backend, "economics/moving_price");
});
