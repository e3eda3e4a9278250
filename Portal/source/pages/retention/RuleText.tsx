import { useText } from "../../language/text.ts";
import { MarkedText } from "../selection/MarkedText.tsx";
import { Level, RetentionRule, ruleSentence } from "./retentionRule.ts";

/** A retention rule as a sentence, with its patterns as code. */
export function RuleText({ rule, level }: { rule: RetentionRule; level: Level }) {
  const { retention } = useText();
  return <MarkedText text={ruleSentence(rule, level, retention)} />;
}
