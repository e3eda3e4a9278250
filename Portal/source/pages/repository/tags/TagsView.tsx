import { useState } from "react";
import type { RepositoryTag } from "../../../api/schema.ts";
import { exactly, repositoryPath } from "../../../api/paths.ts";
import { IconButton } from "../../../components/Button.tsx";
import { useRegistryHost } from "../../../components/ClientCommands.tsx";
import { CopyButton } from "../../../components/Copy.tsx";
import { DigestText, shortDigest } from "../../../components/DigestText.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Link } from "../../../components/Link.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { Column } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { artifactAddress } from "../../../platform/addresses.ts";
import { setParameters, useParameters } from "../../../platform/location.ts";
import { useListing } from "../../../platform/useListing.ts";
import { RemoveTagDialog } from "../actions/RemoveTagDialog.tsx";
import { RepositoryPlace } from "../repositoryPlace.ts";

/** The tags of a repository, or of one of its artifacts, page by page. */
export function TagsView({ place }: { place: RepositoryPlace }) {
  const { repository: text } = useText();
  const parameters = useParameters();
  const of = parameters.get("of") ?? "";
  const [removed, setRemoved] = useState<RepositoryTag | null>(null);
  const listing = useListing<RepositoryTag>(`${repositoryPath(place.project, place.repository)}/tags`, {
    filterKey: "name",
    defaultSort: "-push_time",
    size: 50,
    conditions: of ? [exactly("digest", of)] : [],
    parameters: { with_immutable_status: true },
    poll: 20_000,
  });
  return (
    <>
      <ListView
        label={text.tags}
        listing={listing}
        rowKey={(tag) => tag.id}
        columns={useColumns(place, setRemoved)}
        filterLabel={text.filterTags}
        toolbar={of && <ArtifactFilter digest={of} />}
        isFiltered={of !== ""}
        onClear={() => setParameters({ of: null }, { replace: true })}
        empty={<EmptyState icon="tags" title={text.noTags} hint={text.noTagsHint} />}
      />
      {removed && <RemoveTagDialog tag={removed} place={place} onClose={() => setRemoved(null)} />}
    </>
  );
}

/** Says that only one artifact's tags are shown, and shows all again. */
function ArtifactFilter({ digest }: { digest: string }) {
  const { repository: text } = useText();
  return (
    <span className="filter-chip">
      {text.tagsOf(shortDigest(digest))}
      <IconButton
        icon="x"
        label={text.allTags}
        onClick={() => setParameters({ of: null, page: null }, { replace: true })}
      />
    </span>
  );
}

function useColumns(
  place: RepositoryPlace,
  remove: (tag: RepositoryTag) => void,
): Array<Column<RepositoryTag> | false> {
  const { repository: text, common } = useText();
  const { bytes } = useFormat();
  const host = useRegistryHost();
  const { project, repository, fullName } = place;
  return [
    {
      label: text.tag,
      sortKey: "name",
      kind: "name",
      render: (tag) => (
        <span className="row">
          <Link className="mono" to={artifactAddress(project, repository, tag.name)}>{tag.name}</Link>
          {tag.immutable && <ImmutableLock />}
        </span>
      ),
    },
    {
      label: text.digest,
      kind: "tight",
      render: ({ digest }) => <DigestText digest={digest} to={artifactAddress(project, repository, digest)} />,
    },
    { label: common.size, kind: "number", sortKey: "size", render: ({ size }) => bytes(size) },
    { label: text.pushed, sortKey: "push_time", kind: "tight", render: (tag) => <Time value={tag.push_time} /> },
    { label: text.pulled, sortKey: "pull_time", kind: "tight", render: (tag) => <Time value={tag.pull_time} /> },
    {
      label: common.actions,
      kind: "actions",
      render: (tag) => (
        <>
          <CopyButton text={`${host}/${fullName}:${tag.name}`} label={text.copyReference} />
          {place.may("tag", "delete") && (
            <IconButton
              icon={tag.immutable ? "lock" : "trash-2"}
              label={tag.immutable ? text.immutableTitle(tag.name) : text.removeTag(tag.name)}
              onClick={() => remove(tag)}
            />
          )}
        </>
      ),
    },
  ];
}

function ImmutableLock() {
  const { repository: text } = useText();
  return (
    <span className="soft" title={text.immutableHint}>
      <Icon name="lock" size={14} />
      <span className="visually-hidden">{text.immutable}</span>
    </span>
  );
}
