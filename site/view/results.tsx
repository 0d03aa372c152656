import { nameOf } from "../model/document.js";
import { doc, other, played, uid } from "../store.js";

const share = (value: number) => (value / 65_535).toFixed(4);

export function Results() {
  const shown = played.value?.shown;
  if (shown === undefined) return null;
  const { result, state } = shown;
  const before = other.value?.shown.result;
  return (
    <section class="pane" aria-label="Results">
      <h2>Results</h2>
      <table>
        <thead>
          <tr>
            <th>uid</th>
            <th>incentive</th>
            <th>dividends</th>
            <th>consensus</th>
            <th>trust</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.min(state.n, 64) }, (_, i) => (
            <tr key={i} aria-selected={i === uid.value} onClick={() => (uid.value = i)}>
              <th scope="row">{nameOf(doc.value, i)}</th>
              <td class="number">{share(result.incentive[i]!)}</td>
              <td class="number">
                {share(result.dividends[i]!)} {before !== undefined && share(before.dividends[i]!)}
              </td>
              <td class="number">{share(result.consensus[i]!)}</td>
              <td class="number">{share(result.validatorTrust[i]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted" data-digest={shown.digest}>
        digest {shown.digest}
      </p>
    </section>
  );
}
