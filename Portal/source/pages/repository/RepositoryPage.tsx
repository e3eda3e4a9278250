import type { Project, Repository } from "../../api/schema.ts";
import { projectPath, repositoryPath } from "../../api/paths.ts";
import { PageHeader, Tabs } from "../../components/Page.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useText } from "../../language/text.ts";
import { projectAddress, repositoryAddress } from "../../platform/addresses.ts";
import { useParameters } from "../../platform/location.ts";
import { useResource } from "../../platform/useResource.ts";
import { useProjectPermissions } from "../../session/usePermissions.ts";
import { VisibilityBadge } from "./VisibilityBadge.tsx";
import { RepositoryActions } from "./actions/RepositoryActions.tsx";
import { ArtifactsView } from "./artifacts/ArtifactsView.tsx";
import { Description } from "./Description.tsx";
import { RepositorySummary } from "./RepositorySummary.tsx";
import { placeOf, RepositoryPlace } from "./repositoryPlace.ts";
import { TagsView } from "./tags/TagsView.tsx";
import { useFormerRepositoryName } from "./useFormerRepositoryName.ts";
import { useRepository, useRereadingOnChange } from "./useRepository.ts";

/** A repository: what it is, how to pull from it, and its artifacts or tags. */
export default function RepositoryPage({ project, repository }: { project: string; repository: string }) {
  const resource = useRepository(project, repository);
  const may = useProjectPermissions(resource.value?.project_id);
  useFormerRepositoryName(`${project}/${repository}`, resource.value?.name);
  return (
    <ResourceView resource={resource} isPage lines={8}>
      {(value) => <RepositoryContent repository={value} place={placeOf(value, may)} />}
    </ResourceView>
  );
}

function RepositoryContent({ repository, place }: { repository: Repository; place: RepositoryPlace }) {
  const { shell } = useText();
  const parameters = useParameters();
  const isTags = parameters.get("view") === "tags";
  const project = useResource<Project>(projectPath(place.project));
  useRereadingOnChange(repositoryPath(place.project, place.repository), repository);
  return (
    <div className="repository">
      <PageHeader
        title={place.repository}
        document={`${place.repository} · ${place.project}`}
        breadcrumbs={[
          { label: shell.projects, to: "/projects" },
          { label: place.project, to: projectAddress(place.project) },
        ]}
        badges={project.value && <VisibilityBadge project={project.value} />}
        actions={<RepositoryActions repository={repository} place={place} />}
      />
      <RepositorySummary repository={repository} place={place} />
      <Description repository={repository} place={place} />
      <ViewTabs place={place} isTags={isTags} />
      {isTags ? <TagsView place={place} /> : <ArtifactsView place={place} />}
    </div>
  );
}

function ViewTabs({ place, isTags }: { place: RepositoryPlace; isTags: boolean }) {
  const { repository: text } = useText();
  const address = repositoryAddress(place.project, place.repository);
  const tagsAddress = `${address}?view=tags`;
  return (
    <Tabs
      label={text.views}
      current={isTags ? tagsAddress : address}
      tabs={[{ label: text.artifacts, to: address }, { label: text.tags, to: tagsAddress }]}
    />
  );
}
