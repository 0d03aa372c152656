/** What is opened: by the address, by `yuma play FILE`, by a dropped or chosen file. The last good document stays where it fails. */
import { effect } from "@preact/signals";
import { fromFragment, lookIn, MOST_ADDRESS, toFragment, type Look } from "../model/share.js";
import { loadScript } from "../engine/script.js";
import { readFile, MOST_FILE_BYTES, type ImportFile, type OpenedFile } from "../model/readFile.js";
import { openWith, beginOpening, doc, epoch, message, miner, uid } from "../store.js";

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

/** Of several that are opened at once the one that was asked for last is shown, whichever is read first. */
async function openLater(what: string, failure: string, read: () => Promise<OpenedFile>, look: Look | null = null): Promise<void> {
  const isNewest = beginOpening();
  try {
    const { doc, notes } = await read();
    if (isNewest()) openWith(doc, what, notes, look);
  } catch (error) {
    if (isNewest()) failed(failure, error);
  }
}

function openBytes(name: string, bytes: () => Promise<Uint8Array>): Promise<void> {
  return openLater(`file ${name}`, `"${name}" was not opened.`, async () => readFile(name, await bytes(), loadImport));
}

/** The bundled network of 256 uids: as JSON, in a script of its own. */
export async function openNetwork(): Promise<void> {
  await openBytes("a made network of 256 uids", async () => {
    const network = await loadScript<object>("network.js", "YumaNetwork");
    return new TextEncoder().encode(JSON.stringify(network));
  });
}

export async function openFile(file: File): Promise<void> {
  await openBytes(file.name, async () => {
    if (file.size > MOST_FILE_BYTES) throw new Error(`It has ${file.size} bytes, and the page takes at most ${MOST_FILE_BYTES}.`);
    return new Uint8Array(await file.arrayBuffer());
  });
}

async function openFragment(): Promise<void> {
  const fragment = location.hash.slice(1);
  if (fragment === "" || fragment === written) return;
  await openLater("a link", "The link was not opened.", async () => ({ doc: await fromFragment(fragment), notes: [] }), lookIn(fragment));
}

/** What `yuma play FILE` puts into the page. */
async function openEmbedded(): Promise<boolean> {
  const text = document.getElementById("opened")?.textContent;
  if (text == null) return false;
  const { name, base64 } = JSON.parse(text) as { name: string; base64: string };
  await openBytes(name, async () => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return true;
}

let written = "";
let pending: ReturnType<typeof setTimeout> | undefined;

function lookNow(): Look {
  return { epoch: epoch.value, uid: uid.value, miner: miner.value };
}

/** The address follows the document, and what of it is looked at, when the hand rests. */
function followInAddress(): void {
  let isFirst = true;
  effect(() => {
    const [current, look] = [doc.value, lookNow()];
    if (isFirst) {
      isFirst = false;
      return;
    }
    clearTimeout(pending);
    pending = setTimeout(async () => {
      const fragment = await toFragment(current, look);
      if (doc.value !== current) return;
      // An address that would be too long holds none: not the document before.
      written = fragment.length > MOST_ADDRESS ? "" : fragment;
      history.replaceState(null, "", `#${written}`);
    }, 400);
  });
}

/** The whole address of the document as it is now. */
export async function linkOf(): Promise<string> {
  return `${location.href.replace(/#.*/s, "")}#${await toFragment(doc.value, lookNow())}`;
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
