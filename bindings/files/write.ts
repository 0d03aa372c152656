import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { FileError, fileError } from "./errors.js";
import { wasRead } from "./read.js";

/** @throws FileError where what would be written over is a file that was read, by whatever name */
export function checkOutput(path: string): void {
  if (wasRead(statSync(path, { bigint: true, throwIfNoEntry: false })))
    throw new FileError(`${path}: is read as an input, and would be written over`);
}

/**
 * Holds that a file can be written, before anything is computed or asked for it.
 * @throws FileError where it was read, is a folder, has no folder, or may not be written
 */
export function checkPlace(path: string): void {
  checkOutput(path);
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isDirectory()) throw new FileError(`${path}: a folder, expected a file`);
    accessSync(before === undefined ? dirname(realName(path)) : path, constants.W_OK);
  } catch (error) {
    throw error instanceof FileError ? error : fileError(path, error);
  }
}

/** The path of a file without links, also where there is no file yet. @throws FileError where there is no folder for it */
export function realName(path: string): string {
  try {
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) return realpathSync(path);
    const folder = realpathSync(dirname(path));
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    return isLink ? realName(resolve(folder, readlinkSync(path))) : join(folder, basename(path));
  } catch (error) {
    throw error instanceof FileError ? error : fileError(path, error);
  }
}

/** Writes all of the bytes; one write may take only a part of them. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/**
 * Writes the whole of a file over what was there, or leaves that as it was: the contents go into a file beside it, which
 * takes its place when it is complete. What is no file, as a device, is written to.
 */
export function writeFile(path: string, contents: string | Uint8Array): void {
  checkOutput(path);
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isFile()) {
      accessSync(path, constants.W_OK);
      replaceFile(realpathSync(path), contents, before.mode);
    } else if (before === undefined && lstatSync(path, { throwIfNoEntry: false }) === undefined) replaceFile(path, contents);
    // A device, a pipe, or a link to where nothing is yet.
    else writeFileSync(path, contents);
  } catch (error) {
    throw fileError(path, error);
  }
}

function replaceFile(path: string, contents: string | Uint8Array, mode?: number): void {
  const part = `${path}.${randomBytes(4).toString("hex")}.part`;
  const file = openSync(part, "wx");
  try {
    try {
      if (mode !== undefined) fchmodSync(file, mode);
      writeAll(file, Buffer.from(contents as string));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Makes a folder, and those around it, where they are not there. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw fileError(path, error);
  }
}
