import type { Accessory } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { useText } from "../../../language/text.ts";
import { accessoryIcons, countAccessories } from "./artifactKinds.ts";

/** Says that an artifact is signed, has a bill of materials, or that something else refers to it. */
export function AccessoryBadges({ accessories }: { accessories: Accessory[] }) {
  const { repository: text } = useText();
  return (
    <>
      {countAccessories(accessories).map(([kind, count]) => (
        <span key={kind} title={text.accessoryHints[kind]}>
          <Badge kind={kind === "signature" ? "success" : "normal"}>
            <Icon name={accessoryIcons[kind]} size={12} />
            {text.accessoryBadges[kind](count)}
          </Badge>
        </span>
      ))}
    </>
  );
}
