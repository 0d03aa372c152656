/** What stands at a path of names and indices, such as hotkeys[3].id. */
export function valueAt(value: unknown, path: string): unknown {
  return (path.match(/[^.[\]]+/g) ?? []).reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}
