/** The page: what is put in on the left, what comes of it on the right, time and stories above, reasons below. */
import { render } from "preact";
import { Charts } from "./view/charts.js";
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
import { startOpening } from "./view/opening.js";

function App() {
  return (
    <main class="page">
      <Header />
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
render(<App />, root);
void startOpening();
