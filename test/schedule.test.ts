import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("schedule", (backend) => {
  itGivesTheVectors(backend, "economics/schedule");
  itGivesTheVectors(backend, "economics/schedule_old");
  itGivesTheVectors(backend, "economics/schedule_sim");
  itGivesTheVectors(backend, "newer-rules/econ-schedule-475");
  itGivesTheVectors(backend, "newer-rules/econ-schedule-sim-475");
});
