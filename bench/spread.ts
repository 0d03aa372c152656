/**
 * Moves places along a line as little as it takes to have them at least `gap` apart, in their order; equal ones stay in
 * the order given. Those in each other's way move to both sides of where they are on average.
 */
export function spread(places: readonly number[], gap: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
  const clusters: { sum: number; members: number[] }[] = [];
  const first = ({ sum, members }: { sum: number; members: number[] }) => sum / members.length - ((members.length - 1) * gap) / 2;
  for (const i of order) {
    clusters.push({ sum: places[i]!, members: [i] });
    for (let last = clusters.length - 1; last > 0; last--) {
      const [before, after] = [clusters[last - 1]!, clusters[last]!];
      if (first(before) + before.members.length * gap <= first(after)) break;
      clusters.splice(last - 1, 2, { sum: before.sum + after.sum, members: [...before.members, ...after.members] });
    }
  }
  const moved: number[] = [];
  for (const cluster of clusters) cluster.members.forEach((member, k) => (moved[member] = first(cluster) + k * gap));
  return moved;
}
