/**
 * What does not show as itself, or changes how other text shows: controls (escape sequences of a terminal begin with
 * one), invisible marks, among them those that turn the direction of text, and halves of a pair. Joiners stay, as words
 * and emoji need them.
 */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The same without tabs and the ends of lines. */
const HIDDEN_IN_LINES = /(?!\r?\n|[\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Most text is plain, and this is looked for several times as fast. */
const SPECIAL = /[^\x20-\x7e\n]/;

/** As in JSON, so that JSON stays the same value. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/** Text from outside, such as a name, fit to stand within a line that is shown: what is hidden is written as \u001b. */
export function printable(text: string): string {
  return text.replace(HIDDEN, escaped);
}

/** The same for whole lines, and for JSON and CSV. */
export function printableLines(text: string): string {
  return SPECIAL.test(text) ? text.replace(HIDDEN_IN_LINES, escaped) : text;
}
