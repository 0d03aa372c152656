/** Words in lines of at most so many characters, the first of them after a margin. */
export function wrapped(words: readonly string[], margin: number, width: number): string {
  const lines = [""];
  for (const word of words) {
    const line = `${lines.at(-1)!} ${word}`.trimStart();
    if (line.length + margin > width) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => " ".repeat(margin) + line).join("\n");
}

/** The same with commas between. */
export function listed(words: readonly string[], margin: number, width: number): string {
  return wrapped(
    words.map((word, i) => (i < words.length - 1 ? `${word},` : word)),
    margin,
    width,
  );
}
