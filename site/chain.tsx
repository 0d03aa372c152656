/** An epoch of a real subnet: read from a node, run again, compared with what the chain stored, and opened in the playground. */
import { batch, signal } from "@preact/signals";
import { render } from "preact";
import { loadYuma, toJson } from "yuma-consensus";
import {
  openChain,
  openTransport,
  readRecording,
  replayRecording,
  type EpochRead,
  type EpochReplay,
  type Transport,
} from "yuma-consensus/chain";
import { readFile } from "./model/readFile.js";
import { MOST_ADDRESS, toFragment } from "./model/share.js";
import { download } from "./view/download.js";

const yuma = loadYuma();

interface Found {
  readonly read: EpochRead;
  readonly replay: EpochReplay;
  /** null of a subnet too large for an address */
  readonly link: string | null;
}

const found = signal<Found | null>(null);
const failure = signal<string | null>(null);
const progress = signal<string | null>(null);
let running: AbortController | null = null;

async function read(endpoint: string, netuid: number, block: bigint | "last", signal: AbortSignal): Promise<Found> {
  const transport = openTransport(endpoint);
  try {
    return await readBy(transport, netuid, block, signal);
  } finally {
    transport.close?.();
  }
}

async function readBy(transport: Transport, netuid: number, block: bigint | "last", signal: AbortSignal): Promise<Found> {
  const chain = await openChain({
    transport,
    // A browser does not say whether a node is away or only does not allow the page.
    retries: 1,
    signal,
    progress: ({ calls, bytes }) => signal.aborted || (progress.value = `${calls} calls, ${bytes.toLocaleString("en")} bytes`),
  });
  const [last] = await chain.epochs(netuid, block === "last" ? {} : { to: block, count: 1 });
  if (last === undefined) throw new Error(`subnet ${netuid} had no epoch up to there`);
  const recording = await chain.record(netuid, last);
  const engine = await yuma;
  const epoch = readRecording(recording, { yuma: engine });
  const replay = replayRecording(recording, { yuma: engine });
  const json = new TextEncoder().encode(JSON.stringify(toJson(epoch.state)));
  const { doc } = await readFile(`subnet ${netuid}, block ${last}`, json, () => Promise.reject(new Error("this is a state")));
  const fragment = await toFragment(doc);
  return { read: epoch, replay, link: fragment.length > MOST_ADDRESS ? null : `index.html#${fragment}` };
}

async function submit(form: HTMLFormElement): Promise<void> {
  const fields = new FormData(form);
  const [endpoint, netuid, block] = ["endpoint", "netuid", "block"].map((name) => String(fields.get(name) ?? "").trim());
  running?.abort();
  const { signal } = (running = new AbortController());
  batch(() => {
    found.value = null;
    failure.value = null;
    progress.value = "asking ...";
  });
  try {
    const result = await read(endpoint!, Number(netuid), block === "" ? "last" : BigInt(block!), signal);
    if (!signal.aborted) found.value = result;
  } catch (error) {
    if (!signal.aborted) failure.value = (error as Error).message;
  }
  if (!signal.aborted) progress.value = null;
}

function stop(): void {
  running?.abort();
  progress.value = null;
}

function Comparison({
  read: { netuid, block, spec, n, state, notExact, amount },
  replay: { verdict, stage, fields, network },
  link,
}: Found) {
  return (
    <section class="pane" aria-label="The epoch">
      <h2>
        {network}, subnet {netuid}, block {String(block)}, spec {spec}: {verdict}
      </h2>
      <p>
        {n} uids, {String(amount.rao)} rao.{" "}
        {stage === null ? "Every comparable output is the chain's, to the last bit." : `It first differs in ${stage}.`}
      </p>
      {notExact.map(({ field, why }) => (
        <p key={field}>
          {field} is not exact: {why}
        </p>
      ))}
      <p class="bar">
        {link === null ? (
          <span>Too large for a link: save the state, and open it in the playground.</span>
        ) : (
          <a href={link}>Open in the playground</a>
        )}
        <button
          type="button"
          onClick={() => download(`subnet-${netuid}-block-${block}.json`, `${JSON.stringify(toJson(state))}\n`, "application/json")}
        >
          Save the state
        </button>
      </p>
      <p class="muted scroll-hint">The table scrolls sideways.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <section class="scroll" tabIndex={0} aria-label="Stored outputs">
        <table class="grid-lines">
          <thead>
            <tr>
              <th scope="col">stored output</th>
              <th scope="col">stage</th>
              <th scope="col">status</th>
              <th scope="col">where or why</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, stage: of, status, why, uids }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{of}</td>
                <td>{status}</td>
                <td>{why ?? uids?.map((uid) => `uid ${uid}`).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function App() {
  return (
    <main class="page">
      <header class="bar">
        <h1 class="grow">An epoch from the chain</h1>
        <a href="index.html">Playground</a>
      </header>
      <form
        class="pane"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <p>
          The page asks the node that you name, and nobody else; it sends reads alone. A full node keeps the states of some 256 blocks:
          older epochs are on archive nodes.
        </p>
        <div class="bar">
          <label class="bar grow">
            Node
            <input class="grow" type="text" name="endpoint" required placeholder="wss://..." />
          </label>
          <label class="bar">
            Subnet
            <input type="number" name="netuid" required min={0} max={65535} defaultValue="1" />
          </label>
          <label class="bar">
            Block (empty: the last epoch)
            <input type="text" name="block" inputMode="numeric" pattern="[0-9]{1,18}" />
          </label>
          <button type="submit">Read and replay</button>
          {progress.value !== null && (
            <button type="button" onClick={stop}>
              Stop
            </button>
          )}
        </div>
        <p role="status" class="muted">
          {progress.value}
        </p>
      </form>
      <div role="alert">{failure.value !== null && <p class="pane message">{failure.value}</p>}</div>
      {found.value !== null && <Comparison {...found.value} />}
    </main>
  );
}

const root = document.getElementById("app")!;
root.replaceChildren();
render(<App />, root);
