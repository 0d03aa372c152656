/**
 * What shows the values under the pointer: a line at the nearest place of the horizontal axis and a box with a row for
 * each line of the chart. Nothing of it is needed to read a page; it loads nothing.
 */

/** A chart's places and the values there, as the page carries them. */
export interface Hover {
  /** pixels of the chart at the first and at the last place */
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** one for each place */
  readonly places: readonly string[];
  readonly rows: readonly { readonly name: string; readonly color: string; readonly values: readonly string[] }[];
}

/** Runs in the reader's browser. */
export const HOVER_SCRIPT = `"use strict";
const box = document.body.appendChild(document.createElement("div"));
box.className = "values";
for (const chart of document.querySelectorAll("[data-hover]")) {
  const { left, right, width, places, rows } = JSON.parse(chart.dataset.hover);
  const line = chart.appendChild(document.createElement("i"));
  const hide = () => {
    box.style.display = line.style.display = "none";
  };
  const show = ({ clientX, clientY }) => {
    const { x, width: shown } = chart.getBoundingClientRect();
    const scale = shown / width;
    const last = places.length - 1;
    const share = ((clientX - x) / scale - left) / (right - left || 1);
    const at = Math.min(last, Math.max(0, Math.round(share * last)));
    line.style.left = (left + (last === 0 ? 0 : (at / last) * (right - left))) * scale + "px";
    line.style.display = "block";
    const head = document.createElement("b");
    head.textContent = places[at];
    box.replaceChildren(head, ...rows.map(({ name, color, values }) => {
      const row = document.createElement("span");
      const value = document.createElement("em");
      row.style.borderColor = color;
      row.textContent = name;
      value.textContent = values[at];
      row.append(value);
      return row;
    }));
    box.style.display = "grid";
    const { width: boxWidth, height: boxHeight } = box.getBoundingClientRect();
    box.style.left = Math.max(4, clientX + 16 + boxWidth > innerWidth ? clientX - 16 - boxWidth : clientX + 16) + "px";
    box.style.top = Math.max(4, Math.min(clientY + 16, innerHeight - boxHeight - 4)) + "px";
  };
  chart.addEventListener("pointermove", show);
  chart.addEventListener("pointerdown", show);
  chart.addEventListener("pointerleave", hide);
}
addEventListener("scroll", () => {
  box.style.display = "none";
});
`;
