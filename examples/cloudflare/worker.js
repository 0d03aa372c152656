/**
 * A Cloudflare worker that runs epochs: POST a state as JSON, get the result with its digest. Workers compile no bytes at
 * run time, so the module is imported compiled and handed over.
 */
import { YumaError, fromJson, loadYumaSync, toJson } from "yuma-consensus";
import module from "yuma-consensus/yuma.wasm";

const yuma = loadYumaSync({ module });

export default {
  async fetch(request) {
    if (request.method !== "POST") return new Response("POST a subnet's state as JSON\n", { status: 405 });
    try {
      const result = yuma.epoch(fromJson(await request.text()), { digest: true });
      return Response.json(toJson(result));
    } catch (error) {
      if (!(error instanceof YumaError)) throw error;
      return Response.json({ code: error.code, path: error.path, message: error.message }, { status: 400 });
    }
  },
};
