/** A button that opens a few choices; one that is made, Escape and a press elsewhere close it. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function Menu({ title, children }: { title: string; children: ComponentChildren }) {
  const root = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (root.current !== null) root.current.open = false;
  };
  useEffect(() => {
    const pressed = ({ target }: Event) => root.current?.contains(target as Node) || close();
    const keyed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || root.current?.open !== true) return;
      close();
      root.current.querySelector("summary")?.focus();
    };
    addEventListener("pointerdown", pressed);
    addEventListener("keydown", keyed);
    return () => {
      removeEventListener("pointerdown", pressed);
      removeEventListener("keydown", keyed);
    };
  }, []);
  return (
    <details class="menu" ref={root}>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key on a button in it comes as a click too */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div class="menu-items" onClick={close}>
        {children}
      </div>
    </details>
  );
}
