/**
 * What a pickle would do, without doing any of it: its opcodes are gone through once, and what they name or call becomes an inert node
 * with its name and arguments. Nothing is looked up, called or built by what the file says, and what stands in a node matters only where
 * its name is one of the few that numpy and torch give their arrays.
 */
export type Pickled = null | boolean | number | bigint | string | Uint8Array | PickledList | PickledDict | PickledCall | PickledName;

export class PickledList {
  readonly items: Pickled[] = [];
}

/** In order, as a Map: keys are the file's, and none of them becomes a name of ours. */
export class PickledDict {
  readonly entries = new Map<unknown, Pickled>();
}

/** module.name */
export class PickledName {
  constructor(readonly name: string) {}
}

export class PickledCall {
  state: Pickled = null;
  /** what was set or appended to it, where it is a dictionary */
  readonly entries = new Map<unknown, Pickled>();

  constructor(
    readonly callee: Pickled,
    readonly args: Pickled,
  ) {}

  /** of what is called; empty where that has no name */
  get name(): string {
    return this.callee instanceof PickledName ? this.callee.name : "";
  }
}

/** What a storage of torch is known by: its type, key, place and count. */
export class PickledPersistent {
  constructor(readonly id: Pickled) {}
}
