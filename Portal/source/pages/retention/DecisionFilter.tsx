import { Segments } from "../../components/Segments.tsx";
import { useText } from "../../language/text.ts";
import { Decision, decisions } from "./decisions.ts";

/** A filter of what stays and goes by what becomes of it. */
export function DecisionFilter({ value, onChange }: {
  value: Decision | "";
  onChange: (value: Decision | "") => void;
}) {
  const { retention } = useText();
  const choices = decisions.map((decision) => ({ value: decision, label: retention.decisions[decision] }));
  return (
    <Segments<Decision | "">
      label={retention.decisionFilter}
      value={value}
      choices={[{ value: "", label: retention.allDecisions }, ...choices]}
      onChange={onChange}
    />
  );
}
