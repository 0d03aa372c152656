/** A uPlot chart of lines over epochs: the page's colours, the epoch at hand as a line to drag, and who is pointed at. */
import uPlot from "uplot";
import { LINE_COLOURS } from "../model/lines.js";

export interface Line {
  readonly name: string;
  /** the place of its colour and stroke among the legend's */
  readonly style: number;
  readonly values: readonly (number | null)[];
  /** of what it is compared with */
  readonly ghost: boolean;
}

const HEIGHT = 170;
const GHOST_DASH = [2, 4];
const SECOND_DASH = [10, 3];

function colour(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}

/** Numbers of an axis: as few digits as tell them apart. */
function ticks(_: uPlot, values: readonly number[]): string[] {
  return values.map((value) => (value === 0 ? "0" : String(Number(value.toPrecision(3)))));
}

export class Chart {
  private plot: uPlot | null = null;
  private shape = "";
  private at = 0;
  private lines: readonly Line[] = [];
  private readonly watched: ResizeObserver;

  /** @param scrub an epoch is pointed at */
  constructor(
    private readonly root: HTMLElement,
    private readonly scrub: (epoch: number) => void,
  ) {
    this.watched = new ResizeObserver(() => this.plot?.setSize({ width: this.width(), height: HEIGHT }));
    this.watched.observe(root);
  }

  destroy(): void {
    this.watched.disconnect();
    this.plot?.destroy();
  }

  /** Takes the colours anew, as the scheme of the page has changed. */
  recolour(): void {
    this.shape = "";
  }

  show(lines: readonly Line[], epochs: number, epoch: number): void {
    const isMoved = epoch !== this.at;
    this.at = epoch;
    if (lines === this.lines && this.shape !== "") {
      if (isMoved) this.plot?.redraw(false);
      return;
    }
    this.lines = lines;
    const data = [Array.from({ length: epochs }, (_, at) => at), ...lines.map(({ values }) => values)] as uPlot.AlignedData;
    const shape = lines.map(({ name, style, ghost }) => `${name} ${style} ${ghost}`).join("\n");
    if (this.plot !== null && shape === this.shape) this.plot.setData(data);
    else {
      this.plot?.destroy();
      this.shape = shape;
      this.plot = new uPlot(this.options(lines), data, this.root);
      this.listen(this.plot.over);
    }
  }

  private width(): number {
    return Math.max(160, this.root.clientWidth);
  }

  private options(lines: readonly Line[]): uPlot.Options {
    const [muted, rule] = [colour(this.root, "--muted"), colour(this.root, "--rule")];
    const axis = { stroke: muted, grid: { stroke: rule, width: 1 }, ticks: { stroke: rule, width: 1 }, font: "11px system-ui, sans-serif" };
    return {
      width: this.width(),
      height: HEIGHT,
      padding: [8, 10, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: "epochs" }, y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: { x: { time: false }, y: { range: (_, low, high) => [Math.min(0, low ?? 0), high > 0 ? high * 1.05 : 1] } },
      axes: [
        { ...axis, size: 28, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] },
        { ...axis, size: 62, values: ticks },
      ],
      series: [{}, ...lines.map((line) => this.series(line))],
      hooks: { draw: [(plot) => this.drawEpoch(plot)] },
    };
  }

  private series({ name, style, ghost }: Line): uPlot.Series {
    const dash = ghost ? GHOST_DASH : style >= LINE_COLOURS ? SECOND_DASH : [];
    return {
      label: name,
      stroke: colour(this.root, `--line-${style % LINE_COLOURS}`),
      width: ghost ? 1.25 : 2,
      dash,
      alpha: ghost ? 0.85 : 1,
      points: { show: false },
    };
  }

  private drawEpoch({ ctx, bbox, valToPos }: uPlot): void {
    const x = Math.round(valToPos(this.at, "x", true));
    ctx.save();
    ctx.strokeStyle = colour(this.root, "--ink");
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.restore();
  }

  private listen(over: HTMLElement): void {
    const point = (event: PointerEvent) => {
      const { plot } = this;
      if (plot === null || (event.buttons & 1) === 0) return;
      this.scrub(Math.round(plot.posToVal(event.clientX - over.getBoundingClientRect().left, "x")));
    };
    over.addEventListener("pointerdown", (event) => {
      over.setPointerCapture(event.pointerId);
      point(event);
    });
    over.addEventListener("pointermove", point);
  }
}
