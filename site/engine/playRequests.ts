/** What is asked of the worker while time and documents change: it runs nothing twice, and sends no series that the page has. */
import type { Document } from "../model/document.js";
import type { Played, PlayAnswer, PlayRequest, Series } from "./protocol.js";

interface Known {
  readonly doc: Series | null;
  readonly against: Series | null;
}

export class PlayRequests {
  private readonly numbers = new WeakMap<Document, number>();
  private count = 0;
  /** what the page had when it asked: answers come later, and those before them may be of other documents */
  private readonly known = new WeakMap<PlayRequest, Known>();
  private last: (Known & { readonly of: PlayRequest }) | null = null;

  private numberOf(doc: Document): number {
    const number = this.numbers.get(doc) ?? this.count++;
    this.numbers.set(doc, number);
    return number;
  }

  make(doc: Document, against: Document | null, epoch: number): PlayRequest {
    const { last } = this;
    const known: Known = {
      doc: last?.of.doc === doc ? last.doc : null,
      against: against !== null && last?.of.against === against ? last.against : null,
    };
    const request: PlayRequest = {
      kind: "play",
      doc,
      against,
      epoch,
      numbers: { doc: this.numberOf(doc), against: against === null ? null : this.numberOf(against) },
      known: { doc: known.doc !== null, against: known.against !== null },
    };
    this.known.set(request, known);
    return request;
  }

  /** The answer with its series: of the same documents the very objects that they were, and whoever draws them has nothing to do. */
  filled({ played, against }: PlayAnswer, request: PlayRequest): { played: Played; against: Played | null } {
    const known = this.known.get(request)!;
    const whole = {
      played: { ...played, series: played.series ?? known.doc! },
      against: against === null ? null : { ...against, series: against.series ?? known.against! },
    };
    this.last = { of: request, doc: whole.played.series, against: whole.against?.series ?? null };
    return whole;
  }
}
