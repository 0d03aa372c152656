declare module "*.wasm" {
  const base64: string;
  export default base64;
}

declare module "*.script" {
  const text: string;
  export default text;
}

declare module "*/package.json" {
  export const version: string;
}

declare module "*/chain-published.json" {
  const published: { tests: { name: string }[] };
  export default published;
}

declare module "*.wgsl" {
  const parts: readonly string[];
  export default parts;
}
