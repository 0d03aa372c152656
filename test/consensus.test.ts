import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "../bindings/functions/index.js";
import { describeBackends } from "./backends.js";
import { itGivesTheSparseOperation, itGivesTheVectors } from "./vectors.js";

interface Column {
  stake: number[];
  scores: number[];
}

const column: fc.Arbitrary<Column> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2 ** 20 }), fc.integer({ min: 0, max: 6 })), { minLength: 1, maxLength: 24 })
  .map((voters) => ({ stake: voters.map(([stake]) => stake), scores: voters.map(([, score]) => score) }));

describeBackends("consensus", (backend) => {
  itGivesTheVectors(backend, "arithmetic/weighted-median");
  itGivesTheSparseOperation(backend, "weighted_median_col");
  itGivesTheSparseOperation(backend, "col_clip");

  const medians = (stake: number[], rows: [number, string][][], majority: number) =>
    (
      evaluate(backend, "sparse_op", {
        op: "weighted_median_col",
        stake: stake.map(String),
        a: rows,
        columns: 1,
        majority: String(majority),
      }).out as { out: string[] }
    ).out[0];

  it("does not depend on the order of the voters", () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 0, max: 2 ** 32 }), fc.infiniteStream(fc.nat()), ({ stake, scores }, majority, random) => {
        const order = stake
          .map((_, v) => [random.next().value as number, v])
          .sort((a, b) => a[0]! - b[0]!)
          .map(([, v]) => v!);
        const rows = scores.map((score): [number, string][] => [[0, String(score)]]);
        expect(
          medians(
            order.map((v) => stake[v]!),
            order.map((v) => rows[v]!),
            majority,
          ),
        ).toBe(medians(stake, rows, majority));
      }),
    );
  });

  it("reads a missing entry as a score of zero, and the last of duplicates", () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 0, max: 2 ** 32 }), ({ stake, scores }, majority) => {
        const written = scores.map((score): [number, string][] => [[0, String(score)]]);
        const missing = scores.map((score): [number, string][] =>
          score === 0
            ? []
            : [
                [0, "5"],
                [0, String(score)],
              ],
        );
        expect(medians(stake, missing, majority)).toBe(medians(stake, written, majority));
      }),
    );
  });

  it("gives the column's maximum for kappa 0 and its minimum for kappa 1", () => {
    fc.assert(
      fc.property(column, ({ stake, scores }) => {
        const rows = scores.map((score): [number, string][] => [[0, String(score)]]);
        expect(medians(stake, rows, 0)).toBe(String(Math.max(...scores)));
        expect(medians(stake, rows, 2 ** 32)).toBe(String(Math.min(...scores)));
      }),
    );
  });
});
