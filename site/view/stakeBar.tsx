import { Component } from "preact";
import { signal } from "@preact/signals";
import { setElement, setStake } from "../model/edit.js";
import { nameOf } from "../model/document.js";
import { coinText, percent } from "../model/amounts.js";
import { readCoin } from "../model/typed.js";
import { doc, epoch, newGesture, tryEdit, uid as chosen } from "../store.js";
import { follow } from "./drag.js";

/** From nothing to `most` rao. */
export interface Scale {
  readonly most: bigint;
  readonly isLogarithmic: boolean;
}

export const isDragging = signal(false);

const ALPHA = 1e9;

/** 0 to 1; logarithmic from one alpha on. */
function placeOf(rao: bigint, { most, isLogarithmic }: Scale): number {
  const [value, whole] = [Number(rao) / ALPHA, Number(most) / ALPHA];
  return isLogarithmic ? Math.log1p(value) / Math.log1p(whole) : value / whole;
}

/** To three digits, as a hand is no finer. */
function raoAt(place: number, { most, isLogarithmic }: Scale): bigint {
  const at = Math.min(1, Math.max(0, place));
  const whole = Number(most) / ALPHA;
  const alpha = isLogarithmic ? Math.expm1(at * Math.log1p(whole)) : at * whole;
  return BigInt(Math.round(Number(alpha.toPrecision(3)))) * BigInt(ALPHA);
}

function set(uid: number, rao: bigint, gesture = ""): void {
  tryEdit(() => setStake(doc.peek(), epoch.peek(), uid, rao), `stake of ${nameOf(doc.peek(), uid)}`, gesture);
}

interface StakeBarProps {
  readonly uid: number;
  readonly name: string;
  readonly rao: bigint;
  /** null where nobody has any */
  readonly tao: bigint | null;
  readonly threshold: bigint;
  /** share of the stake that votes; null where nothing is known */
  readonly counted: number | null;
  readonly scale: Scale;
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  PageUp: 0.1,
  PageDown: -0.1,
  Home: -1,
  End: 1,
};

/** Drawn again only where it changed: a network has hundreds. */
export class StakeBar extends Component<StakeBarProps> {
  private keys = newGesture();

  override shouldComponentUpdate(next: StakeBarProps): boolean {
    const names = Object.keys(next) as (keyof StakeBarProps)[];
    return names.some((name) => next[name] !== this.props[name]);
  }

  private readonly drag = (down: PointerEvent) => {
    const { uid } = this.props;
    const { left, width } = (down.currentTarget as HTMLElement).getBoundingClientRect();
    const gesture = newGesture();
    const to = (x: number) => set(uid, raoAt((x - left) / width, this.props.scale), gesture);
    chosen.value = uid;
    isDragging.value = true;
    follow(down, {
      move: (_, event) => to(event.clientX),
      end(isClick) {
        if (isClick) to(down.clientX);
        isDragging.value = false;
      },
    });
  };

  private readonly press = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { uid, rao, scale } = this.props;
    set(uid, raoAt(placeOf(rao, scale) + by, scale), this.keys);
  };

  override render() {
    const { uid, name, rao, tao, threshold, counted, scale } = this.props;
    return (
      <div class="stake">
        <span class="name two-lines" title={name}>
          {name}
        </span>
        <div
          class={`stake-bar ${counted === 0 ? "idle" : ""}`}
          role="slider"
          tabIndex={0}
          aria-label={`Stake of ${name}`}
          aria-valuemin={0}
          aria-valuemax={Number(scale.most) / ALPHA}
          aria-valuenow={Number(rao) / ALPHA}
          aria-valuetext={`${coinText(rao)} alpha`}
          title={`${coinText(rao)} alpha, ${rao} rao`}
          onPointerDown={this.drag}
          onKeyDown={this.press}
          onBlur={() => (this.keys = newGesture())}
        >
          <span class="stake-fill" style={{ width: `${placeOf(rao, scale) * 100}%` }} />
          {threshold > 0n && threshold <= scale.most && <span class="stake-line" style={{ left: `${placeOf(threshold, scale) * 100}%` }} />}
        </div>
        <CoinField name={`Alpha of ${name}`} rao={rao} onRao={(to) => set(uid, to)} />
        {tao !== null && (
          <CoinField
            name={`TAO of ${name}`}
            rao={tao}
            onRao={(to) => {
              const held = doc.peek();
              if (held.kind === "state") tryEdit(() => setElement(held, "taoStake", uid, to), `TAO of ${name}`);
            }}
          />
        )}
        <span
          class="muted number"
          title={counted === 0 ? "inactive, without a permit, below the threshold or nothing" : "share of the stake that votes"}
        >
          {counted === null ? "" : counted === 0 ? "no vote" : percent(counted)}
        </span>
      </div>
    );
  }
}

/** An exact amount: alpha or TAO to the ninth decimal. */
function CoinField({ name, rao, onRao }: { name: string; rao: bigint; onRao: (rao: bigint) => void }) {
  return (
    <input
      type="text"
      inputMode="decimal"
      class="coin"
      aria-label={name}
      title={`${rao} rao`}
      value={coinText(rao)}
      onChange={({ currentTarget }) => {
        const read = readCoin(currentTarget.value);
        if (read === null || read === rao) currentTarget.value = coinText(rao);
        else onRao(read);
      }}
    />
  );
}
