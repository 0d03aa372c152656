import { perform, type Task } from "./task.js";

self.onmessage = async ({ data }: MessageEvent<Task>) => {
  const report = await perform(data).catch((error: Error) => ({ failure: String(error) }));
  self.postMessage(report);
};
