/** `?task=JSON[&worker]`: performs it, and shows the report as JSON. */
import { perform, type Task } from "./task.js";

function performInWorker(task: Task): Promise<unknown> {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || "the worker cannot be loaded"));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

const query = new URLSearchParams(location.search);
const task = JSON.parse(query.get("task")!) as Task;
const report = await (query.has("worker") ? performInWorker : perform)(task).catch((error: Error) => ({ failure: String(error) }));
const shown = document.querySelector<HTMLElement>("#report")!;
shown.textContent = JSON.stringify(report, null, 2);
shown.dataset["done"] = "";
