/** The page: what is put in on the left, what comes of it on the right, time and stories above, reasons below. */
import { render } from "preact";
import { Charts } from "./view/charts.js";
import { About } from "./view/about.js";
import { Header } from "./view/header.js";
import { MessageBar } from "./view/message.js";
import { Rules } from "./view/rules.js";
import { Timeline } from "./view/timeline.js";
import { Parameters } from "./view/parameters.js";
import { Weights } from "./view/weights.js";
import { Stakes } from "./view/stakes.js";
import { Drawer } from "./view/drawer.js";
import { Results } from "./view/results.js";
import { Curve } from "./view/curve.js";
import { Flow } from "./view/flow.js";
import { Why } from "./view/why.js";
import { Sweeps } from "./view/sweeps.js";
import { message } from "./store.js";
import { startKeys } from "./view/keys.js";
import { startOpening } from "./view/opening.js";

function App() {
  return (
    <main class="page">
      <Header />
      <About />
      <MessageBar />
      <Timeline />
      <div class="columns">
        <div class="column">
          <Rules />
          <Weights />
          <Stakes />
          <Parameters />
          <Drawer />
        </div>
        <div class="column">
          <Results />
          <Curve />
          <Flow />
          <Why />
        </div>
      </div>
      <Charts />
      <Sweeps />
    </main>
  );
}

const root = document.getElementById("app")!;
root.replaceChildren();

/** The last resort: what nobody foresaw is said, and what is there can be undone, saved or left for another document. */
function mistaken(reason: unknown): void {
  message.value = {
    what: "The page made a mistake, and may not show all as it is. Undo, or open something else.",
    details: reason instanceof Error ? reason.message : String(reason),
  };
}
// What a browser itself remarks, as that sizes changed while it laid out, comes without an error.
addEventListener("error", ({ error }) => error != null && mistaken(error));
addEventListener("unhandledrejection", ({ reason }) => mistaken(reason));

render(<App />, root);
startKeys();
void startOpening();
