/** What is opened: by the address, by `yuma play FILE`, by a dropped or chosen file. The last good document stays where it fails. */
import { effect } from "@preact/signals";
import { fromFragment, toFragment } from "../model/share.js";
import { loadScript } from "../engine/script.js";
import { readFile, MOST_FILE_BYTES, type ImportFile } from "../model/readFile.js";
import { batchOpen, doc, message } from "../store.js";

function failed(what: string, error: unknown): void {
  message.value = { what, details: (error as Error).message };
}

let importing: Promise<ImportFile> | undefined;

/** The script that reads other tools' files. */
function loadImport(): Promise<ImportFile> {
  importing ??= loadScript<{ importFile: ImportFile }>("import.js", "YumaImport").then(
    ({ importFile }) => importFile,
    (error: unknown) => {
      importing = undefined;
      throw error;
    },
  );
  return importing;
}

async function openBytes(name: string, bytes: Uint8Array): Promise<void> {
  try {
    const opened = await readFile(name, bytes, loadImport);
    batchOpen(opened.doc, `file ${name}`, opened.notes);
  } catch (error) {
    failed(`"${name}" was not opened.`, error);
  }
}

/** The bundled network of 256 uids: as JSON, in a script of its own. */
export async function openNetwork(): Promise<void> {
  const what = "a made network of 256 uids";
  try {
    const network = await loadScript<object>("network.js", "YumaNetwork");
    await openBytes(what, new TextEncoder().encode(JSON.stringify(network)));
  } catch (error) {
    failed(`"${what}" was not opened.`, error);
  }
}

export async function openFile(file: File): Promise<void> {
  if (file.size > MOST_FILE_BYTES) {
    failed(`"${file.name}" was not opened.`, new Error(`It has ${file.size} bytes, and the page takes at most ${MOST_FILE_BYTES}.`));
    return;
  }
  await openBytes(file.name, new Uint8Array(await file.arrayBuffer()));
}

async function openFragment(): Promise<void> {
  const fragment = location.hash.slice(1);
  if (fragment === "" || fragment === written) return;
  try {
    batchOpen(await fromFragment(fragment), "a link", []);
  } catch (error) {
    failed("The link was not opened.", error);
  }
}

/** What `yuma play FILE` puts into the page. */
async function openEmbedded(): Promise<boolean> {
  const text = document.getElementById("opened")?.textContent;
  if (text == null) return false;
  const { name, base64 } = JSON.parse(text) as { name: string; base64: string };
  await openBytes(
    name,
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  );
  return true;
}

/** Longer ones go into no message or mail, and slow the browser's address line down. */
const MOST_ADDRESS = 2 ** 21;

let written = "";
let pending: ReturnType<typeof setTimeout> | undefined;

/** The address follows the document when the hand rests. */
function followInAddress(): void {
  let isFirst = true;
  effect(() => {
    const current = doc.value;
    if (isFirst) {
      isFirst = false;
      return;
    }
    clearTimeout(pending);
    pending = setTimeout(async () => {
      const fragment = await toFragment(current);
      if (doc.value !== current || fragment.length > MOST_ADDRESS) return;
      written = fragment;
      history.replaceState(null, "", `#${fragment}`);
    }, 400);
  });
}

/** The whole address of the document as it is now. */
export async function linkOf(): Promise<string> {
  return `${location.href.replace(/#.*/s, "")}#${await toFragment(doc.value)}`;
}

export async function startOpening(): Promise<void> {
  addEventListener("hashchange", () => void openFragment());
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void openFile(file);
  });
  if (location.hash.length > 1) await openFragment();
  else await openEmbedded();
  followInAddress();
}
