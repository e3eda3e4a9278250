import { useState } from "react";
import type { Tag } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useArtifactDialog } from "../actions/useArtifactDialog.ts";
import { TagRemoval } from "../actions/TagRemoval.tsx";
import { ShownArtifact } from "../shownArtifact.ts";
import { TagChip } from "./TagChip.tsx";
import { useShownTags } from "./useShownTags.ts";

/** The tags of an artifact, the one in the address first. */
export function ArtifactTags({ shown }: { shown: ShownArtifact }) {
  const { tags, total } = useShownTags(shown);
  const [removed, setRemoved] = useState<Tag | null>(null);
  const { open } = useArtifactDialog();
  const { artifact: text } = useText();
  const { number } = useFormat();
  const mayRemove = shown.may("tag", "delete");
  return (
    <section className="chip-row" aria-label={text.tags}>
      <h2 className="chip-row-title">{text.tags}</h2>
      <ul className="row">
        {tags.map((tag) => (
          <li key={tag.name}>
            <TagChip
              shown={shown}
              tag={tag}
              onRemove={mayRemove && !tag.immutable ? () => setRemoved(tag) : undefined}
            />
          </li>
        ))}
      </ul>
      {total === 0 && <span className="soft">{text.noTags}</span>}
      {total > tags.length && (
        <Button kind="link" onClick={() => open("tags")}>{text.moreTags(number(total - tags.length))}</Button>
      )}
      {shown.may("tag", "create") && (
        <Button kind="link" icon="plus" onClick={() => open("add-tag")}>{text.addTag}</Button>
      )}
      {removed && <TagRemoval shown={shown} tag={removed} onClose={() => setRemoved(null)} />}
    </section>
  );
}
