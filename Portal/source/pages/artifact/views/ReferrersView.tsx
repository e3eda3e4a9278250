import type { Accessory } from "../../../api/schema.ts";
import { useRegistryHost } from "../../../components/ClientCommands.tsx";
import { Command } from "../../../components/Copy.tsx";
import { DigestText } from "../../../components/DigestText.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Link } from "../../../components/Link.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useListing } from "../../../platform/useListing.ts";
import { accessoryKind } from "../../repository/artifacts/artifactKinds.ts";
import { pathOf, relatedAddress, ShownArtifact } from "../shownArtifact.ts";

/** What is attached to an artifact: signatures, bills of materials, and whatever else names it as its subject. */
export function ReferrersView({ shown }: { shown: ShownArtifact }) {
  const listing = useListing<Accessory>(`${pathOf(shown)}/accessories`);
  const { artifact: text, repository, common } = useText();
  const { bytes } = useFormat();
  return (
    <div className="stack">
      <ListView
        label={text.view.referrers}
        listing={listing}
        rowKey={({ digest }) => digest}
        empty={<EmptyState icon="badge-check" title={text.noReferrers} hint={text.noReferrersHint} />}
        columns={[
          {
            label: common.type,
            kind: "name",
            render: (accessory) => (
              <Link to={relatedAddress(shown, accessory.digest)}>{repository.kinds[accessoryKind(accessory)]}</Link>
            ),
          },
          {
            label: text.artifactType,
            render: ({ artifact_type }) => <span className="wrap-anywhere">{artifact_type}</span>,
          },
          {
            label: text.digest,
            render: ({ digest }) => <DigestText digest={digest} to={relatedAddress(shown, digest)} />,
          },
          { label: common.created, render: ({ creation_time }) => <Time value={creation_time} /> },
          { label: common.size, kind: "number", render: ({ size }) => bytes(size) },
        ]}
      />
      {listing.elements.some(({ type }) => type.startsWith("signature.")) && (
        <VerifyHint
          shown={shown}
          isNotation={listing.elements.some(({ type }) => type === "signature.notation")}
        />
      )}
    </div>
  );
}

/** Says that signatures aren't verified by the registry, and how they are. */
function VerifyHint({ shown: { project, repository, artifact }, isNotation }: {
  shown: ShownArtifact;
  isNotation: boolean;
}) {
  const host = useRegistryHost();
  const { artifact: text } = useText();
  const name = `${host}/${project}/${repository}@${artifact.digest}`;
  return (
    <div className="stack stack-tight">
      <p className="soft">{text.verify}</p>
      <Command text={isNotation ? `notation verify ${name}` : `cosign verify --key cosign.pub ${name}`} />
    </div>
  );
}
