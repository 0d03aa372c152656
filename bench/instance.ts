/**
 * Makes something that instantiates one WebAssembly module, and gives the exports of the instance as well: an engine
 * keeps them to itself.
 * @throws Error where it did not make exactly one instance that exports a memory
 */
export function withInstance<T>(make: () => T): { made: T; exports: WebAssembly.Exports & { memory: WebAssembly.Memory } } {
  const { Instance } = WebAssembly;
  const instances: WebAssembly.Exports[] = [];
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, parameters, newTarget) {
      const instance = Reflect.construct(target, parameters, newTarget) as WebAssembly.Instance;
      instances.push(instance.exports);
      return instance;
    },
  });
  try {
    const made = make();
    const [exports] = instances;
    if (instances.length !== 1 || !(exports?.["memory"] instanceof WebAssembly.Memory))
      throw new Error("did not make exactly one instance with a memory");
    return { made, exports: exports as WebAssembly.Exports & { memory: WebAssembly.Memory } };
  } finally {
    WebAssembly.Instance = Instance;
  }
}
