import { Badge } from "../../../components/Badge.tsx";
import { PullCommand } from "../../../components/ClientCommands.tsx";
import { CopyButton } from "../../../components/Copy.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { PageHeader } from "../../../components/Page.tsx";
import { useText } from "../../../language/text.ts";
import { AccessoryBadges } from "../../repository/artifacts/AccessoryBadges.tsx";
import { ShownArtifact } from "../shownArtifact.ts";
import { ArtifactActions } from "./ArtifactActions.tsx";
import { ArtifactFacts } from "./ArtifactFacts.tsx";
import { ArtifactLabels } from "./ArtifactLabels.tsx";
import { ArtifactTags } from "./ArtifactTags.tsx";
import { referenceName } from "../content/reference.ts";
import { useBreadcrumbs } from "./useBreadcrumbs.ts";

/** The head of an artifact's page: what it is, where it is pulled, its tags and labels. */
export function ArtifactHeader({ shown }: { shown: ShownArtifact }) {
  const { project, repository, reference, artifact } = shown;
  const breadcrumbs = useBreadcrumbs(project, repository);
  const title = referenceName(reference);
  return (
    <>
      <PageHeader
        title={title}
        document={`${title} · ${project}/${repository}`}
        breadcrumbs={breadcrumbs}
        badges={<ArtifactBadges shown={shown} />}
        description={<ArtifactDigest digest={artifact.digest} />}
        actions={<ArtifactActions shown={shown} />}
      />
      <div className="artifact-head">
        <ArtifactFacts shown={shown} />
        <ArtifactTags shown={shown} />
        <ArtifactLabels shown={shown} />
        <PullCommand {...{ project, repository, reference }} type={artifact.type} />
      </div>
    </>
  );
}

function ArtifactBadges({ shown: { artifact, kind } }: { shown: ShownArtifact }) {
  return (
    <>
      <Badge>
        <Icon name={kind.icon} size={12} />
        {kind.label}
      </Badge>
      <AccessoryBadges accessories={artifact.accessories ?? []} />
    </>
  );
}

function ArtifactDigest({ digest }: { digest: string }) {
  const { artifact } = useText();
  return (
    <span className="copy-inline">
      <code className="wrap-anywhere">{digest}</code>
      <CopyButton text={digest} label={artifact.copyDigest} />
    </span>
  );
}
