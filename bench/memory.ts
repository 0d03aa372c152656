/**
 * Makes something that instantiates one WebAssembly module, and gives the memory of the instance as well: an engine
 * keeps it to itself.
 * @throws Error where it did not make exactly one instance that exports a memory
 */
export function withMemory<T>(make: () => T): { made: T; memory: WebAssembly.Memory } {
  const { Instance } = WebAssembly;
  const memories: unknown[] = [];
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, parameters, newTarget) {
      const instance = Reflect.construct(target, parameters, newTarget) as WebAssembly.Instance;
      memories.push(instance.exports["memory"]);
      return instance;
    },
  });
  try {
    const made = make();
    const [memory] = memories;
    if (memories.length !== 1 || !(memory instanceof WebAssembly.Memory))
      throw new Error("did not make exactly one instance with a memory");
    return { made, memory };
  } finally {
    WebAssembly.Instance = Instance;
  }
}
