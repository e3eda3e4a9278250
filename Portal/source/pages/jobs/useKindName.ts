import { useText } from "../../language/text.ts";

/** Gives the words for a kind of job; a kind without any is shown as the API calls it. */
export function useKindName(): (kind: string) => string {
  const { jobs } = useText();
  const names: Record<string, string> = jobs.kinds;
  return (kind) => names[kind] ?? kind;
}
