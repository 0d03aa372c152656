import { useEffect, useState } from "preact/hooks";

/** A value once it has rested: what reads it aloud says nothing while a hand moves. */
export function useRested<T>(value: T, milliseconds = 1_000): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
