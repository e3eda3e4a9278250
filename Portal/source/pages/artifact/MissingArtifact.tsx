import { EmptyState } from "../../components/EmptyState.tsx";
import { Link } from "../../components/Link.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { repositoryAddress } from "../../platform/addresses.ts";
import { isDigest, referenceName } from "./content/reference.ts";
import { useBreadcrumbs } from "./header/useBreadcrumbs.ts";

/** Stands for an artifact that isn't there, or isn't any more. */
export function MissingArtifact({ project, repository, reference }: {
  project: string;
  repository: string;
  reference: string;
}) {
  const { artifact } = useText();
  const breadcrumbs = useBreadcrumbs(project, repository);
  const isTag = !isDigest(reference);
  return (
    <>
      <PageHeader title={referenceName(reference)} breadcrumbs={breadcrumbs} />
      <EmptyState
        icon={isTag ? "tag" : "package"}
        title={isTag ? artifact.tagGone(reference) : artifact.digestGone}
        hint={isTag ? artifact.tagGoneHint : artifact.digestGoneHint}
      >
        <Link className="button" to={repositoryAddress(project, repository)}>{artifact.toRepository}</Link>
      </EmptyState>
    </>
  );
}
