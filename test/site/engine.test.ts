/** What goes between the page and its worker: nothing is run or sent twice, nothing is lost, and a worker may fail. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadYuma, type Yuma } from "../../bindings/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { readScenario } from "../../bindings/simulate/index.js";
import { EngineClient, Newest } from "../../site/engine/client.js";
import { answer, play } from "../../site/engine/play.js";
import { PlayRequests } from "../../site/engine/playRequests.js";
import type { BondsRequest, PlayAnswer, Reply } from "../../site/engine/protocol.js";
import { Runs } from "../../site/engine/runs.js";
import { epochsIn, scenarioDocument, stateDocument, underRules, type Document } from "../../site/model/document.js";

const yuma = await loadYuma();
const STORY = scenarioDocument(readScenario(SCENARIOS["late-majority-twice-copier"]));

/** The engine, and how many epochs it ran. */
function counting(): { yuma: Yuma; epochs: () => number } {
  let epochs = 0;
  const counted = new Proxy(yuma, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (name === "epoch" || name === "subnetEpoch") epochs++;
        return value.apply(target, args);
      };
    },
  });
  return { yuma: counted, epochs: () => epochs };
}

describe("what was run", () => {
  it.each<[string, Document]>([
    ["a story", STORY],
    ["a story under Null consensus", underRules(STORY, "null")],
    ["a state that is run on", stateDocument("s", play(yuma, STORY, 3).shown.state, 5)],
  ])("of %s gives every epoch as if it were run again, in one epoch", (_, doc) => {
    const [runs, counted] = [new Runs(), counting()];
    runs.play(counted.yuma, doc, 0, 1);
    for (let epoch = 0; epoch < epochsIn(doc); epoch++) {
      const before = counted.epochs();
      expect(runs.play(counted.yuma, doc, epoch, 1)).toEqual(play(yuma, doc, epoch));
      expect(counted.epochs() - before).toBe(1);
    }
  });

  it("is kept of two documents, and of none that is too large", () => {
    const [runs, counted] = [new Runs(), counting()];
    for (const number of [1, 2, 3]) runs.play(counted.yuma, STORY, 0, number);
    const before = counted.epochs();
    runs.play(counted.yuma, STORY, 0, 2);
    runs.play(counted.yuma, STORY, 0, 3);
    expect(counted.epochs() - before).toBe(2);
    runs.play(counted.yuma, STORY, 0, 1);
    expect(counted.epochs() - before).toBeGreaterThan(3);
    const small = new Runs(STORY.scenario.epochs * 40);
    small.play(counted.yuma, STORY, 0, 1);
    const again = counted.epochs();
    expect(small.play(counted.yuma, STORY, 2, 1)).toEqual(play(yuma, STORY, 2));
    expect(counted.epochs() - again).toBe(STORY.scenario.epochs + 1);
  });
});

describe("what is asked", () => {
  const answered = (request: ReturnType<PlayRequests["make"]>, runs: Runs) => answer(yuma, request, runs) as PlayAnswer;

  it("names a document by one number, and has the series sent once", () => {
    const [requests, runs] = [new PlayRequests(), new Runs()];
    const [first, against] = [STORY, underRules(STORY, "yuma2")];
    const asked = requests.make(first, against, 0);
    const whole = requests.filled(answered(asked, runs), asked);
    const again = requests.make(first, against, 1);
    expect(again.numbers).toEqual(asked.numbers);
    const sent = answered(again, runs);
    expect([sent.played.series, sent.against!.series]).toEqual([null, null]);
    const filled = requests.filled(sent, again);
    expect(filled.played.series).toBe(whole.played.series);
    expect(filled.against!.series).toBe(whole.against!.series);
    expect(filled.played.shown).toEqual(play(yuma, first, 1).shown);
  });

  it("keeps apart what was asked while another document was on its way", () => {
    const [requests, runs] = [new PlayRequests(), new Runs()];
    const other = stateDocument("s", play(yuma, STORY, 3).shown.state, 5);
    const a = requests.make(STORY, null, 0);
    const first = requests.filled(answered(a, runs), a);
    const b = requests.make(other, null, 0);
    // Back to the first document before the answer on the other comes.
    const c = requests.make(STORY, null, 1);
    requests.filled(answered(b, runs), b);
    expect(requests.filled(answered(c, runs), c).played.series).toBe(first.played.series);
    const d = requests.make(other, null, 0);
    expect(d.known.doc).toBe(false);
  });
});

class FakeWorker {
  static made: FakeWorker[] = [];
  onmessage: ((event: { data: Reply }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  asked: { id: number }[] = [];
  isEnded = false;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(message: { id: number }) {
    this.asked.push(message);
  }
  terminate() {
    this.isEnded = true;
  }
  reply(bonds: number) {
    const { id } = this.asked.at(-1)!;
    this.onmessage!({ data: { id, answer: { kind: "bonds", bonds: Uint16Array.of(bonds), against: null } } });
  }
}

describe("a client", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    FakeWorker.made = [];
  });

  const request = { kind: "bonds" } as BondsRequest;

  function client(): EngineClient {
    vi.stubGlobal("Worker", FakeWorker);
    return new EngineClient("");
  }

  it("whose worker fails says so, and asks another", async () => {
    const asked = client();
    const first = asked.ask(request);
    FakeWorker.made[0]!.onerror!({ message: "out of memory" });
    await expect(first).rejects.toThrow("out of memory");
    expect(FakeWorker.made[0]!.isEnded).toBe(true);
    const second = asked.ask(request);
    FakeWorker.made[1]!.reply(7);
    expect((await second).bonds).toEqual(Uint16Array.of(7));
  });

  it("that was closed starts no other", async () => {
    const asked = client();
    const waiting = asked.ask(request);
    asked.close();
    await expect(waiting).rejects.toThrow("closed");
    await expect(asked.ask(request)).rejects.toThrow("closed");
    expect(FakeWorker.made).toHaveLength(1);
  });

  it("goes on with the newest request whatever becomes of an answer", async () => {
    const seen: number[] = [];
    const newest = new Newest<BondsRequest>(
      client(),
      ({ bonds }) => {
        seen.push(bonds[0]!);
      },
      () => seen.push(-1),
    );
    for (let i = 0; i < 3; i++) newest.ask(request);
    FakeWorker.made[0]!.reply(1);
    await vi.waitFor(() => expect(FakeWorker.made[0]!.asked).toHaveLength(2));
    FakeWorker.made[0]!.onerror!({ message: "gone" });
    await vi.waitFor(() => expect(seen).toEqual([1, -1]));
    newest.ask(request);
    FakeWorker.made[1]!.reply(2);
    await vi.waitFor(() => expect(seen).toEqual([1, -1, 2]));
  });
});
