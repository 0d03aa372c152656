import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "../bindings/functions/index.js";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("masks", (backend) => {
  itGivesTheVectors(backend, "arithmetic/is-topk");
  itGivesTheVectors(backend, "epoch/owner");
  itGivesTheVectors(backend, "epoch/registration");
  itGivesTheVectors(backend, "epoch/commitreveal");

  it("keeps the k largest, of equal ones those with the higher uid", () => {
    const vector = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(vector, fc.integer({ min: 0, max: 45 }), (vec, k) => {
        const { out } = evaluate(backend, "top_k", { vec: vec.map(String), k });
        const order = vec.map((value, uid) => ({ value, uid })).sort((a, b) => b.value - a.value || b.uid - a.uid);
        const best = new Set(order.slice(0, k).map(({ uid }) => uid));
        expect((out as { isTopk: boolean[] }).isTopk).toEqual(vec.map((_, uid) => best.has(uid)));
      }),
    );
  });
});
