import { useText } from "../../language/text.ts";
import { MarkedText } from "../selection/MarkedText.tsx";
import { Rule, ruleSentence } from "./rules.ts";

/** An immutability rule as a sentence, with its patterns as code. */
export function RuleText({ rule }: { rule: Rule }) {
  const { policy } = useText();
  return <MarkedText text={ruleSentence(rule, policy)} />;
}
