import type { TrashEntry } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { DigestText } from "../../../components/DigestText.tsx";
import { Icon } from "../../../components/Icon.tsx";

/** Most tags of an artifact that are shown by name. */
const capacity = 3;

/** Says what an entry of the trash is: a tag, or an artifact by its tags and its digest. */
export function DeletedContent({ entry }: { entry: TrashEntry }) {
  const hidden = entry.tags.length - capacity;
  return (
    <span className="row row-still">
      <Icon name={entry.kind === "tag" ? "tag" : "package"} />
      <span className="row">
        {entry.tags.slice(0, capacity).map((tag) => <span key={tag} className="wrap-anywhere">{tag}</span>)}
        {hidden > 0 && <Badge>{`+${hidden}`}</Badge>}
        <DigestText digest={entry.digest} />
      </span>
    </span>
  );
}
