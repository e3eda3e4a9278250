import { useText } from "../language/text.ts";
import { Badge } from "./Badge.tsx";
import { fillLevel } from "./fillLevel.ts";

/** Says in a word that something is nearly full, or full; nothing while there is room. */
export function FillBadge({ used, limit }: { used: number; limit: number }) {
  const { quotas: text } = useText();
  const level = fillLevel(used, limit);
  if (level === "normal") return null;
  return <Badge kind={level}>{level === "danger" ? text.full : text.nearlyFull}</Badge>;
}
