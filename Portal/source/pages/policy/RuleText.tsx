import { useText } from "../../language/text.ts";
import { Rule, ruleSentence } from "./rules.ts";

/** A rule as a sentence, with its patterns as code. */
export function RuleText({ rule }: { rule: Rule }) {
  const { policy } = useText();
  // Each U+2068 begins a pattern, each U+2069 ends one: every second part is one.
  const parts = ruleSentence(rule, policy).split(/[\u2068\u2069]/);
  return (
    <span className="wrap-anywhere">
      {parts.map((part, index) => index % 2 === 1 ? <code key={index} className="rule-pattern">{part}</code> : part)}
    </span>
  );
}
