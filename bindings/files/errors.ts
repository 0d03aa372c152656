import { getSystemErrorMap } from "node:util";

/** A file that cannot be read or written; the command ends with exit code 2. */
export class FileError extends Error {}

/** A file as messages name it. */
export function shownPath(path: string): string {
  return path === "-" ? "standard input" : path;
}

/** What the system's own text would leave to guess. */
const SYSTEM_TEXTS: Readonly<Record<string, string>> = { EISDIR: "a folder, expected a file" };

/** Why the system refused, in words; its errors are "CODE: words, call 'path'". */
export function reasonOf(error: unknown): string {
  const { code, errno, message } = error as NodeJS.ErrnoException;
  const [name, words] = getSystemErrorMap().get(errno ?? 0) ?? [];
  // zlib counts its errors in the same numbers.
  if (name === undefined || name !== code) return message;
  return SYSTEM_TEXTS[name] ?? words!;
}

/** What went wrong with a file, by its name and in words. */
export function fileError(path: string, cause: unknown): FileError {
  return new FileError(`${shownPath(path)}: ${reasonOf(cause)}`, { cause });
}
