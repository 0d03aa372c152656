export function failureOf({ name, message }) {
  return { failure: `${name}: ${message}` };
}
