import { useEffect, useState } from "react";
import { isNever, useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";

/** Milliseconds after which the words are made anew. */
const renewal = 30_000;

/** Says how long ago something was; the moment itself is its tooltip. */
export function Time({ value }: { value: string | null | undefined }) {
  const { ago, moment } = useFormat();
  const { common } = useText();
  const [, renew] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => renew((count) => count + 1), renewal);
    return () => clearInterval(timer);
  }, []);
  if (!value || isNever(value)) return <span className="soft">{common.never}</span>;
  return <time dateTime={value} title={moment(value)}>{ago(value)}</time>;
}
