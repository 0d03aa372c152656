declare module "*.wasm" {
  const bytes: Uint8Array;
  export default bytes;
}

declare module "*/package.json" {
  export const version: string;
}

declare module "*/chain-published.json" {
  const published: { tests: { name: string }[] };
  export default published;
}
