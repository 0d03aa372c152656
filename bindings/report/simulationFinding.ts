import { largest, smallest } from "../values/extremes.js";
import type { Simulation, Total } from "./simulation.js";
import { fromRao } from "./table.js";

/**
 * What a simulation shows, in one sentence. Of several rules: between which two of them anybody's alpha differs most, who
 * gains most by that and who loses most. Of one: who got most and least for its stake. Exact amounts decide; of equals the
 * first.
 */
export function simulationFinding({ scenario, runs }: Simulation): string {
  const totals = runs.map((run) => ({
    name: run.variant.name,
    of: [...run.totals.of("validators", scenario), ...run.totals.of("servers", scenario)],
  }));
  if (totals.length === 1) return perStake(totals[0]!.of, totals[0]!.name);
  const pairs = totals.flatMap((from, i) => totals.slice(i + 1).map((to) => between(from.of, to.of, from.name, to.name)));
  const most = pairs.reduce((a, b) => (b.apart > a.apart ? b : a));
  if (most.apart === 0n) return `Everybody gets the same under ${totals.map(({ name }) => name).join(", ")}.`;
  const { from, to, gains, loses } = most;
  const parts = [
    ...(gains.change > 0n ? [`${gains.name} gains most (${changed(gains)})`] : []),
    ...(loses.change < 0n ? [`${loses.name} loses most (${changed(loses)})`] : []),
  ];
  return `From ${from} to ${to} ${parts.join(" and ")}.`;
}

interface Change {
  name: string;
  before: bigint;
  after: bigint;
  change: bigint;
}

function between(before: readonly Total[], after: readonly Total[], from: string, to: string) {
  const changes = before.map(({ name, rao }, i): Change => ({ name, before: rao, after: after[i]!.rao, change: after[i]!.rao - rao }));
  const gains = changes.reduce((a, b) => (b.change > a.change ? b : a));
  const loses = changes.reduce((a, b) => (b.change < a.change ? b : a));
  return { from, to, gains, loses, apart: gains.change > -loses.change ? gains.change : -loses.change };
}

/** Alpha to a thousandth, truncated, and the change in percent where there was something before. */
function changed({ before, after, change }: Change): string {
  const part = before === 0n ? "" : `, ${change > 0n ? "+" : ""}${((Number(change) / Number(before)) * 100).toFixed(1)} %`;
  return `${fromRao(before).slice(0, -6)} to ${fromRao(after).slice(0, -6)} alpha${part}`;
}

function perStake(totals: readonly Total[], variant: string): string {
  const paid = totals.flatMap(({ name, perThousand }) => (perThousand === null ? [] : [{ name, perThousand }]));
  if (paid.length === 0) return `Under ${variant} nobody had stake.`;
  const rates = paid.map(({ perThousand }) => perThousand);
  const [most, least] = [largest(rates), smallest(rates)];
  if (most === least) return `Under ${variant} every validator got the same for its stake, ${most.toFixed(6)} alpha per 1,000.`;
  const named = (rate: number) => `${paid.find(({ perThousand }) => perThousand === rate)!.name} (${rate.toFixed(6)} alpha per 1,000)`;
  return `Under ${variant} ${named(most)} got most for its stake and ${named(least)} least.`;
}
