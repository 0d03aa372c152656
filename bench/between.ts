/**
 * A page with other text between its comments `<!-- bench: NAME -->` and `<!-- end of NAME -->`.
 * @throws Error where it does not have both once, in this order
 */
export function between(page: string, name: string, text: string): string {
  const [first, last] = [`<!-- bench: ${name} -->`, `<!-- end of ${name} -->`];
  const parts = page.split(first);
  const [before, rest] = parts;
  const after = rest?.split(last) ?? [];
  if (parts.length !== 2 || after.length !== 2) throw new Error(`the page does not have ${first} and ${last} once each`);
  return `${before}${first}\n\n${text}\n\n${last}${after[1]}`;
}
