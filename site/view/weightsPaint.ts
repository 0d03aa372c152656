/** Draws the heat map of the weights. */
import type { WeightGrid } from "../model/shown.js";
import { U16_MAX } from "../model/amounts.js";

/** pixels: the names of the validators, those of the miners, and a row */
export const GUTTER = 44;
export const HEADER = 16;
export const ROW = 14;

interface At {
  readonly i: number;
  readonly j: number;
}

type Context = CanvasRenderingContext2D;

/** Small weights are seen too: half of the colour is there at a quarter of the weight. */
function strength(value: number): number {
  return 0.15 + 0.85 * Math.sqrt(value / U16_MAX);
}

function hatch(context: Context, ground: string): CanvasPattern {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 4;
  const on = tile.getContext("2d")!;
  on.strokeStyle = ground;
  on.lineWidth = 1.5;
  on.beginPath();
  for (const shift of [-4, 0, 4]) {
    on.moveTo(shift, 4);
    on.lineTo(shift + 4, 0);
  }
  on.stroke();
  return context.createPattern(tile, "repeat")!;
}

/** @param width of a column, pixels */
export function drawWeights(
  canvas: HTMLCanvasElement,
  frame: HTMLElement,
  grid: WeightGrid,
  width: number,
  cursor: At,
  hovered: At | null,
  nameOf: (uid: number) => string,
): void {
  const { clientWidth, clientHeight, scrollLeft, scrollTop } = frame;
  const scale = devicePixelRatio;
  const [wide, high] = [Math.round(clientWidth * scale), Math.round(clientHeight * scale)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${clientWidth}px`;
    canvas.style.height = `${clientHeight}px`;
  }
  const context = canvas.getContext("2d")!;
  const colours = getComputedStyle(frame);
  const colour = (name: string) => colours.getPropertyValue(`--${name}`);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, clientWidth, clientHeight);
  const [firstRow, firstColumn] = [Math.floor(scrollTop / ROW), Math.floor(scrollLeft / width)];
  const lastRow = Math.min(grid.voters.length, Math.ceil((scrollTop + clientHeight) / ROW));
  const lastColumn = Math.min(grid.scored.length, Math.ceil((scrollLeft + clientWidth) / width));
  const x = (j: number) => GUTTER + j * width - scrollLeft;
  const y = (i: number) => HEADER + i * ROW - scrollTop;

  context.save();
  context.beginPath();
  context.rect(GUTTER, HEADER, clientWidth, clientHeight);
  context.clip();
  const [counted, unused, zero] = [colour("validator"), colour("ghost"), colour("rule")];
  const cut = hatch(context, colour("ground"));
  for (let i = firstRow; i < lastRow; i++) {
    for (let j = firstColumn; j < lastColumn; j++) {
      const at = i * grid.scored.length + j;
      const [value, left] = [grid.values[at]!, grid.left[at]!];
      if (value < 0) continue;
      context.globalAlpha = value === 0 ? 1 : strength(value);
      context.fillStyle = value === 0 ? zero : left < 0 ? unused : counted;
      // What does not count is half as high: no colour is needed to tell.
      if (left < 0 && value > 0) context.fillRect(x(j), y(i) + ROW / 2, width - 1, ROW / 2 - 1);
      else context.fillRect(x(j), y(i), width - 1, ROW - 1);
      if (left >= 0 && left < 1 && value > 0) {
        context.globalAlpha = 1;
        context.fillStyle = cut;
        context.fillRect(x(j), y(i), width - 1, (ROW - 1) * (1 - left));
      }
    }
  }
  context.globalAlpha = 1;
  const outline = ({ i, j }: At, name: string) => {
    context.strokeStyle = colour(name);
    context.lineWidth = 2;
    context.strokeRect(x(j) - 1, y(i) - 1, width + 1, ROW + 1);
  };
  if (hovered !== null) outline(hovered, "muted");
  outline(cursor, "miner");
  context.restore();

  context.font = "10px system-ui, sans-serif";
  context.textBaseline = "middle";
  const label = (text: string, left: number, top: number, isChosen: boolean, room: number) => {
    context.fillStyle = colour(isChosen ? "ink" : "muted");
    context.fillText(isChosen ? `▸${text}` : text, left, top, room);
  };
  context.save();
  context.beginPath();
  context.rect(0, HEADER, GUTTER, clientHeight);
  context.clip();
  for (let i = firstRow; i < lastRow; i++) label(nameOf(grid.voters[i]!), 2, y(i) + ROW / 2, i === cursor.i, GUTTER - 4);
  context.restore();
  context.beginPath();
  context.rect(GUTTER, 0, clientWidth, HEADER);
  context.save();
  context.clip();
  // One name in so many columns that they do not touch.
  const every = Math.max(1, Math.ceil(36 / width));
  for (let j = firstColumn - (firstColumn % every); j < lastColumn; j += every)
    label(nameOf(grid.scored[j]!), x(j), HEADER / 2, false, every * width - 4);
  context.restore();
}
