declare module "*?script" {
  const script: string;
  export default script;
}

declare const PAGE_VERSION: string;
