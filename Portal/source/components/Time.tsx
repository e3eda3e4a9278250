import { isNever, useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { useClock } from "./useClock.ts";

/** Says how long ago something was; the moment itself is its tooltip. */
export function Time({ value }: { value: string | null | undefined }) {
  const { ago, moment } = useFormat();
  const { common } = useText();
  useClock();
  if (!value || isNever(value)) return <span className="soft">{common.never}</span>;
  return <time dateTime={value} title={moment(value)}>{ago(value)}</time>;
}
