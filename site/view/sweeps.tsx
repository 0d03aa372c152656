export function Sweeps() {
  return null;
}
