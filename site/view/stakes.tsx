export function Stakes() {
  return null;
}
