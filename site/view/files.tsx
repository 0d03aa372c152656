/** Opening, sharing and saving. */

export function FileActions() {
  return null;
}

/** Reads what the address or the page brings, and takes files that are dropped. */
export function startFiles(): void {}
