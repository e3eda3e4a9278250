import { Badge } from "../../components/Badge.tsx";
import { Icon } from "../../components/Icon.tsx";
import { useText } from "../../language/text.ts";
import { Decision, marks } from "./decisions.ts";

/** Marks what becomes of a candidate: by colour, sign and word. */
export function DecisionMark({ decision }: { decision: Decision }) {
  const { retention } = useText();
  const { icon, kind } = marks[decision];
  return (
    <Badge kind={kind}>
      <Icon name={icon} size={12} />
      {retention.decisions[decision]}
    </Badge>
  );
}
