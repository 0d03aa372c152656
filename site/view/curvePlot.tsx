/** The curve itself. The line of kappa is a slider: drawn up and down, or moved by keys. */
import { useId, useRef } from "preact/hooks";
import { fractionOf, share, U16_MAX } from "../model/amounts.js";
import { setParameterAt } from "../model/applyWay.js";
import { axisEnd, corners, spread, type StakeCurve, type Vote } from "../model/stakeCurve.js";
import { doc, edit, epoch } from "../store.js";
import { nameNow, newGesture } from "./chosen.js";
import { useWidth } from "./useWidth.js";

const HEIGHT = 250;
const MARGIN = { left: 38, right: 10, top: 14, bottom: 40 };
/** A part of the curve from this height on has room for a name. */
const NAME_HEIGHT = 15;
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 655,
  ArrowRight: 655,
  ArrowDown: -655,
  ArrowLeft: -655,
  PageUp: 6_554,
  PageDown: -6_554,
};

function setKappa(value: number, gesture: string): void {
  const kappa = Math.max(0, Math.min(U16_MAX, Math.round(value)));
  edit(setParameterAt(doc.value, epoch.value, "kappa", kappa), "kappa", gesture);
}

/** The voters of one score side by side: their part of the height has their names. */
function steps(votes: readonly Vote[]): Vote[][] {
  const groups: Vote[][] = [];
  for (const vote of votes) {
    const last = groups.at(-1);
    if (last?.[0]?.scoreX32 === vote.scoreX32) last.push(vote);
    else groups.push([vote]);
  }
  return groups;
}

function namesOf(votes: readonly Vote[], room: number): string {
  const named = votes.map(({ uid }) => nameNow(uid)).join(", ");
  const letters = Math.max(6, Math.floor(room / 6.4));
  if (named.length <= letters) return named;
  return votes.length > 1 ? `${votes.length} validators` : `${named.slice(0, letters - 1)}…`;
}

/** Whether there is room for kappa's text above its line. */
function isLow(level: number): boolean {
  return level >= 30;
}

/** Where a name is written beside its step, clear of the line of kappa and of the text there. */
function clearOf(level: number, top: number, low: number): number {
  const middle = (top + low) / 2 + 4;
  const [above, below] = isLow(level) ? [level - 18, level + 2] : [level - 2, level + 18];
  if (middle + 2 < above || middle - 10 > below) return middle;
  return low - below > above - top ? below + 12 : above - 3;
}

interface CurvePlotProps {
  readonly curve: StakeCurve;
  readonly kappa: number;
  /** whether the axis has only the weights that there are, or begins at 0 */
  readonly isNear: boolean;
}

export function CurvePlot({ curve, kappa, isNear }: CurvePlotProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const gesture = useRef("");
  const clip = useId();
  const near = isNear ? spread(curve) : null;
  const [start, end] = near ?? [0, axisEnd(curve)];
  const [right, bottom] = [width - MARGIN.right, HEIGHT - MARGIN.bottom];
  const x = (weight: number) => MARGIN.left + ((weight - start) / (end - start)) * (right - MARGIN.left);
  const y = (stake: number) => bottom - stake * (bottom - MARGIN.top);
  const points = corners(curve).map(({ weightX32, stakeX32 }) => `${x(fractionOf(weightX32))},${y(fractionOf(stakeX32))}`);
  const line = [...points, `${right},${y(0)}`].join(" ");
  // A consensus of 0 lies left of the weights that there are.
  const consensus = Math.max(MARGIN.left, x(fractionOf(curve.consensusX32)));
  const level = y(kappa / U16_MAX);

  const follow = (event: PointerEvent) => {
    const { top, height } = svg.current!.getBoundingClientRect();
    const at = ((event.clientY - top) / height) * HEIGHT;
    setKappa(((bottom - at) / (bottom - MARGIN.top)) * U16_MAX, gesture.current);
  };
  const onPointerDown = (event: PointerEvent) => {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    gesture.current = newGesture("kappa");
  };
  const onPointerMove = (event: PointerEvent) => {
    if ((event.currentTarget as Element).hasPointerCapture(event.pointerId)) follow(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key];
    const to =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? U16_MAX
          : step === undefined
            ? null
            : kappa + (event.shiftKey ? Math.sign(step) : step);
    if (to === null) return;
    event.preventDefault();
    setKappa(to, gesture.current);
  };

  return (
    <div ref={element}>
      <svg ref={svg} class="curve" data-file="stake-curve" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        <title>Stake behind a weight, by the weight</title>
        <rect class="supported" x={MARGIN.left} y={MARGIN.top} width={Math.max(0, consensus - MARGIN.left)} height={bottom - MARGIN.top} />
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <g key={part}>
            <line class="grid" x1={MARGIN.left} x2={right} y1={y(part)} y2={y(part)} />
            <text x={MARGIN.left - 5} y={y(part) + 4} text-anchor="end">
              {part}
            </text>
            <text x={x(start + part * (end - start))} y={bottom + 15} text-anchor={part === 1 ? "end" : "middle"}>
              {Number((start + part * (end - start)).toPrecision(3))}
            </text>
          </g>
        ))}
        <text class="axis" x={right} y={HEIGHT - 6} text-anchor="end">
          weight on it →
        </text>
        <text class="axis" x={MARGIN.left + 4} y={10}>
          ↑ stake that gives it so much or more
        </text>
        <clipPath id={clip}>
          <rect x={MARGIN.left - 2} y={0} width={right - MARGIN.left + 2} height={HEIGHT} />
        </clipPath>
        <polyline class="line" points={line} clip-path={`url(#${clip})`} />
        {steps(curve.votes).map((votes) => {
          const [top, low] = [y(fractionOf(votes.at(-1)!.supportX32)), y(fractionOf(votes[0]!.aboveX32))];
          if (low - top < NAME_HEIGHT) return null;
          const at = Math.max(MARGIN.left, x(fractionOf(votes[0]!.scoreX32)));
          const isLeft = at > (MARGIN.left + right) / 2;
          const room = isLeft ? at - MARGIN.left - 8 : right - at - 8;
          const clear = clearOf(level, top, low);
          return (
            <text key={votes[0]!.uid} class="voter" x={isLeft ? at - 6 : at + 6} y={clear} text-anchor={isLeft ? "end" : "start"}>
              {namesOf(votes, room)}
            </text>
          );
        })}
        <line class="consensus" x1={consensus} x2={consensus} y1={bottom} y2={level} />
        <circle class="consensus" cx={consensus} cy={level} r={5} />
        <text
          class="consensus"
          x={consensus < right - 130 ? consensus + 6 : consensus - 6}
          y={bottom - 6}
          text-anchor={consensus < right - 130 ? "start" : "end"}
        >
          consensus {fractionOf(curve.consensusX32).toFixed(4)}
        </text>
        <g
          class="kappa"
          role="slider"
          tabIndex={0}
          aria-label="kappa: the part of the stake that has to support a weight"
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={U16_MAX}
          aria-valuenow={kappa}
          aria-valuetext={`${share(kappa)} (${kappa} of 65535)`}
          onFocus={() => (gesture.current = newGesture("kappa"))}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onKeyDown={onKeyDown}
        >
          <rect class="grip" x={MARGIN.left} y={level - 12} width={right - MARGIN.left} height={24} />
          <line x1={MARGIN.left} x2={right} y1={level} y2={level} />
          <rect class="handle" x={right - 16} y={level - 8} width={16} height={16} rx={4} />
          <text x={right - 22} y={isLow(level) ? level - 6 : level + 14} text-anchor="end">
            kappa {share(kappa)}
          </text>
        </g>
      </svg>
    </div>
  );
}
