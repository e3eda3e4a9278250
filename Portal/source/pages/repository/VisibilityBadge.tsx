import type { Project } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Icon } from "../../components/Icon.tsx";
import { useText } from "../../language/text.ts";

/** Says whether everybody may pull from a project. */
export function VisibilityBadge({ project }: { project: Project }) {
  const { common } = useText();
  const isPublic = project.metadata.public === "true";
  return (
    <Badge>
      <Icon name={isPublic ? "globe" : "lock"} size={12} />
      {isPublic ? common.public : common.private}
    </Badge>
  );
}
