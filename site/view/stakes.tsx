/** Stakes as bars to drag. */
import { computed, signal } from "@preact/signals";
import { nameOf, uidsIn } from "../model/document.js";
import { readsStake, stakeOf } from "../model/ruleSets.js";
import { votersOf } from "../model/shown.js";
import { coinText, shortCoin } from "../model/amounts.js";
import { doc, identity, played } from "../store.js";
import { isDragging, StakeBar, type Scale } from "./stakeBar.js";

const MOST_BARS = 64;

/** A thousand alpha: where nobody has any there is room to drag all the same. rao */
const LEAST_SCALE = 1_000_000_000_000n;

const isLogarithmic = signal<boolean | null>(null);
const showsAll = signal(false);
const query = signal("");
const sorting = signal(0);

const shownState = computed(() => {
  const state = played.value?.shown.state;
  return state !== undefined && state.n === uidsIn(doc.value) ? state : null;
});

/** Alpha, or under the rules before dynamic TAO the one stake that there is. rao */
const stakes = computed(() => {
  const state = shownState.value;
  return state === null ? null : stakeOf(state);
});

let order = { of: "", uids: [] as number[] };

/** Sorted once for a document: a bar does not leave the hand that drags it. */
const uids = computed(() => {
  const [state, held, of] = [shownState.value, stakes.value, `${identity.value} ${sorting.value}`];
  if (state === null || held === null) return order.uids;
  if (doc.value.kind === "scenario") return votersOf(doc.value, state);
  if (order.of !== of) {
    const all = Array.from({ length: state.n }, (_, uid) => uid);
    order = { of, uids: all.sort((a, b) => (held[a]! === held[b]! ? a - b : held[a]! < held[b]! ? 1 : -1)) };
  }
  return order.uids;
});

let lastScale: Scale = { most: 1n, isLogarithmic: false };

/** Bars are linear, but where the largest would hide the others; both can be had. It holds still while a hand moves. */
const scale = computed<Scale>(() => {
  const held = stakes.value;
  if (held === null || isDragging.value) return lastScale;
  let [most, least] = [LEAST_SCALE, 0n];
  for (const rao of held) {
    if (rao > most) most = rao;
    if (rao > 0n && (least === 0n || rao < least)) least = rao;
  }
  return (lastScale = { most: most + most / 4n, isLogarithmic: isLogarithmic.value ?? (least > 0n && most > least * 1_000n) });
});

const found = computed(() => {
  const asked = query.value.trim().toLowerCase();
  const all = asked === "" ? uids.value : uids.value.filter((uid) => nameOf(doc.value, uid).toLowerCase().includes(asked));
  return { all, shown: showsAll.value ? all : all.slice(0, MOST_BARS) };
});

export function Stakes() {
  const [state, held] = [shownState.value ?? played.value?.shown.state, stakes.value];
  if (state === undefined || held === null) return null;
  const { all, shown } = found.value;
  const isLarge = uids.value.length > MOST_BARS;
  const hasTao = doc.value.kind === "state" && !readsStake(state) && state.taoStake.some((rao) => rao > 0n);
  const counted = played.value?.shown.trace?.activeStake ?? null;
  return (
    <section class="pane" aria-label="Stakes">
      <div class="bar">
        <h2 class="grow">Stakes</h2>
        <label>
          <input
            type="checkbox"
            checked={scale.value.isLogarithmic}
            onChange={({ currentTarget }) => (isLogarithmic.value = currentTarget.checked)}
          />{" "}
          logarithmic
        </label>
        {doc.value.kind === "state" && (
          <button type="button" onClick={() => sorting.value++}>
            Sort
          </button>
        )}
      </div>
      {isLarge && (
        <div class="bar">
          <input
            class="grow"
            type="search"
            aria-label="Find a uid"
            placeholder="Find a uid"
            value={query.value}
            onInput={({ currentTarget }) => (query.value = currentTarget.value)}
          />
          <label>
            <input type="checkbox" checked={showsAll.value} onChange={({ currentTarget }) => (showsAll.value = currentTarget.checked)} />{" "}
            show all {all.length}
          </label>
        </div>
      )}
      <div class={`stake-list ${isLarge ? "long" : ""} ${hasTao ? "with-tao" : ""}`}>
        {hasTao && (
          <div class="stake stake-heads muted" aria-hidden="true">
            <span class="grow" />
            <span class="coin">alpha</span>
            <span class="coin">TAO</span>
            <span class="number">share</span>
          </div>
        )}
        {shown.map((uid) => (
          <StakeBar
            key={uid}
            uid={uid}
            name={nameOf(doc.value, uid)}
            rao={held[uid]!}
            tao={hasTao ? state.taoStake[uid]! : null}
            threshold={state.stakeThreshold}
            counted={counted === null ? null : Number(counted[uid]!) / 2 ** 32}
            scale={scale.value}
          />
        ))}
      </div>
      <p class="muted hint">
        {hasTao ? "Alpha, TAO" : "Alpha"}, and the share of the stake that votes.{" "}
        {state.stakeThreshold > 0n && <>The line is the stake threshold, {shortCoin(state.stakeThreshold)}, which counts TAO too.</>}
        {hasTao && <> TAO counts by the network's weight; {coinText(sum(state.taoStake))} in all.</>}
      </p>
    </section>
  );
}

function sum(list: BigUint64Array): bigint {
  return list.reduce((total, rao) => total + rao, 0n);
}
