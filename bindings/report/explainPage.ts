import type { Explanation, TrustComparison } from "../explain/index.js";
void 0;
export function explainPage(_explained: readonly { explanation: Explanation; trust?: TrustComparison | undefined }[], _rows: number): string {
  return "";
}
