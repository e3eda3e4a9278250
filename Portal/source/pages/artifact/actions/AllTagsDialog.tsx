import { useState } from "react";
import type { Tag } from "../../../api/schema.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { IconButton } from "../../../components/Button.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { Time } from "../../../components/Time.tsx";
import { useText } from "../../../language/text.ts";
import { useListing } from "../../../platform/useListing.ts";
import { TagChip } from "../header/TagChip.tsx";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";
import { TagRemoval } from "./TagRemoval.tsx";

/** All tags of an artifact that has many, in pages and with a filter. */
export function AllTagsDialog({ shown, onClose }: { shown: ShownArtifact; onClose: () => void }) {
  const [removed, setRemoved] = useState<Tag | null>(null);
  const { artifact: text, repository, common } = useText();
  const listing = useListing<Tag>(`${pathOf(shown)}/tags`, {
    prefix: "tags-",
    filterKey: "name",
    defaultSort: "-push_time",
    size: 10,
    parameters: { with_immutable_status: true },
  });
  const mayRemove = shown.may("tag", "delete");
  return (
    <Dialog title={text.allTags} isWide onClose={onClose}>
      <ListView
        label={text.tags}
        listing={listing}
        filterLabel={text.findTag}
        rowKey={(tag) => tag.name}
        empty={<p className="soft">{text.noTags}</p>}
        columns={[
          { label: text.tagName, kind: "name", sortKey: "name", render: (tag) => <TagChip shown={shown} tag={tag} /> },
          { label: text.pushed, sortKey: "push_time", render: (tag) => <Time value={tag.push_time} /> },
          { label: text.pulled, sortKey: "pull_time", render: (tag) => <Time value={tag.pull_time} /> },
          mayRemove && {
            label: common.actions,
            kind: "actions",
            render: (tag) =>
              !tag.immutable && (
                <IconButton
                  icon="x"
                  label={repository.removeTag(tag.name)}
                  onClick={() => setRemoved(tag)}
                />
              ),
          },
        ]}
      />
      {removed && <TagRemoval shown={shown} tag={removed} onClose={() => setRemoved(null)} />}
    </Dialog>
  );
}
