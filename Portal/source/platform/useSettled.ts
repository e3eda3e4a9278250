import { useEffect, useState } from "react";

/** Gives a value as soon as it hasn't changed for some milliseconds: for requests that follow what is typed. */
export function useSettled<Value>(value: Value, pause = 200): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
