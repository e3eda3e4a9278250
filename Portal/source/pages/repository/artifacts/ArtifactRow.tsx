import type { Artifact } from "../../../api/schema.ts";
import { IconButton } from "../../../components/Button.tsx";
import { useRegistryHost } from "../../../components/ClientCommands.tsx";
import { useCopy } from "../../../components/Copy.tsx";
import { shortDigest } from "../../../components/DigestText.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { setParameters } from "../../../platform/location.ts";
import { isIndex } from "./artifactKinds.ts";
import { ArtifactSummary } from "./ArtifactSummary.tsx";
import { ArtifactTableProperties } from "./ArtifactTable.tsx";

/** An artifact in the list: what it is, when it was used, and what can be done with it. */
export function ArtifactRow({ artifact, isSelected, isOpen, onToggle, ...shared }: ArtifactTableProperties & {
  artifact: Artifact;
  /** Undefined where nothing can be chosen. */
  isSelected: boolean | undefined;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { repository: text, common } = useText();
  const { bytes } = useFormat();
  const name = artifact.tags?.[0]?.name ?? shortDigest(artifact.digest);
  const hasParts = isIndex(artifact) || Boolean(artifact.accessories?.length);
  return (
    <tr data-selected={isSelected || undefined}>
      {isSelected !== undefined && (
        <td className="cell-tight cell-select">
          <input
            type="checkbox"
            aria-label={common.select(name)}
            checked={isSelected}
            onChange={(event) => shared.select([artifact], event.target.checked)}
          />
        </td>
      )}
      <th scope="row">
        <div className="artifact-name">
          {hasParts
            ? (
              <IconButton
                icon={isOpen ? "chevron-down" : "chevron-right"}
                label={isOpen ? text.fold(name) : text.unfold(name)}
                aria-expanded={isOpen}
                onClick={onToggle}
              />
            )
            : <span className="artifact-indent" />}
          <ArtifactSummary artifact={artifact} place={shared.place} />
        </div>
      </th>
      <td className="cell-end number" data-label={common.size}>{bytes(artifact.size)}</td>
      <td className="cell-tight" data-label={text.pushed}>
        <Time value={artifact.push_time} />
      </td>
      <td className="cell-tight" data-label={text.pulled}>
        <Time value={artifact.pull_time} />
      </td>
      <td className="cell-tight cell-actions">
        <RowMenu artifact={artifact} name={name} {...shared} />
      </td>
    </tr>
  );
}

function RowMenu({ artifact, name, place, onDialog }: ArtifactTableProperties & { artifact: Artifact; name: string }) {
  const { repository: text, common } = useText();
  const copy = useCopy();
  const host = useRegistryHost();
  const artifacts = [artifact];
  const mayDelete = place.may("artifact", "delete");
  return (
    <Menu
      label={text.actionsFor(name)}
      actions={[
        {
          label: text.copyReference,
          icon: "clipboard",
          run: () => copy(`${host}/${place.fullName}@${artifact.digest}`),
        },
        Boolean(artifact.tags?.length) && {
          label: text.showTags,
          icon: "tags",
          run: () => setParameters({ view: "tags", of: artifact.digest, filter: null, page: null, sort: null }),
        },
        place.may("tag", "create") && {
          label: text.addTag,
          icon: "plus",
          run: () => onDialog({ kind: "tag", artifacts }),
        },
        place.may("artifact-label", "create") && {
          label: text.labels,
          icon: "tag",
          run: () => onDialog({ kind: "labels", artifacts }),
        },
        place.may("artifact", "read") && {
          label: text.copyArtifact,
          icon: "copy",
          run: () => onDialog({ kind: "copy", artifacts }),
        },
        mayDelete && null,
        mayDelete && {
          label: common.delete,
          icon: "trash-2",
          isDangerous: true,
          run: () => onDialog({ kind: "delete", artifacts }),
        },
      ]}
    />
  );
}
