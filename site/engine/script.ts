/**
 * A script beside the page that few visits need. It leaves what it has under a global name, as a page from disk imports no
 * modules.
 * @throws Error where it is not beside the page
 */
export function loadScript<T>(file: string, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = () => resolve((globalThis as unknown as Record<string, T>)[name]!);
    script.onerror = () => reject(new Error(`${file} is not beside the page`));
    document.head.append(script);
  });
}
