import { ReactNode } from "react";
import type { Project } from "../../api/schema.ts";
import { projectPath } from "../../api/paths.ts";
import { Badge } from "../../components/Badge.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Icon } from "../../components/Icon.tsx";
import { PageHeader, Tabs } from "../../components/Page.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useText } from "../../language/text.ts";
import { projectAddress } from "../../platform/addresses.ts";
import { useResource } from "../../platform/useResource.ts";
import { May, useKnownProjectPermissions } from "../../session/usePermissions.ts";
import { useFormerNameNotice } from "./useFormerNameNotice.ts";
import { pageName, ProjectTab, visiblePages } from "./projectPages.ts";
import { useRoleName } from "./roles.ts";

/** What a page of a project gets: the project, and what the user may do in it. */
export interface ProjectContent {
  project: Project;
  may: May;
}

/** The frame of a project's pages: where it is, what it is called, and tabs to what the user may see of it. */
export function ProjectFrame({ project: name, page = "repositories", actions, children }: {
  /** The project's name in the address. */
  project: string;
  page?: ProjectTab;
  /** What can be done with the project, at the end of its title. */
  actions?: (content: ProjectContent) => ReactNode;
  children: (content: ProjectContent) => ReactNode;
}) {
  const resource = useResource<Project>(projectPath(name));
  const { may, isKnown } = useKnownProjectPermissions(resource.value?.project_id);
  useFormerNameNotice(name, resource.value?.name);
  return (
    <ResourceView resource={resource} lines={6} isPage>
      {(project) => (
        <>
          <ProjectHeader project={project} page={page} may={may} actions={actions?.({ project, may })} />
          {isKnown ? <Permitted page={page} may={may}>{children({ project, may })}</Permitted> : <Skeleton lines={6} />}
        </>
      )}
    </ResourceView>
  );
}

function ProjectHeader({ project, page, may, actions }: ProjectContent & { page: ProjectTab; actions: ReactNode }) {
  const text = useText();
  const roleName = useRoleName();
  const addressOf = (tab: ProjectTab) => projectAddress(project.name, tab === "repositories" ? undefined : tab);
  const isPublic = project.metadata.public === "true";
  return (
    <>
      <PageHeader
        title={project.name}
        document={`${pageName(page, text)} · ${project.name}`}
        breadcrumbs={[{ label: text.shell.projects, to: "/projects" }]}
        badges={
          <>
            <Badge>
              <Icon name={isPublic ? "globe" : "lock"} size={12} />
              {isPublic ? text.common.public : text.common.private}
            </Badge>
            {project.current_user_role_ids?.slice(0, 1).map((id) => <Badge key={id} kind="accent">{roleName(id)}
            </Badge>)}
          </>
        }
        actions={actions}
      />
      <Tabs
        label={text.project.pages}
        current={addressOf(page)}
        tabs={visiblePages(may).map((tab) => ({ label: pageName(tab, text), to: addressOf(tab) }))}
      />
    </>
  );
}

/** A page, unless the user reached it by its address without the right to see it. */
function Permitted({ page, may, children }: { page: ProjectTab; may: May; children: ReactNode }) {
  const { common } = useText();
  if (visiblePages(may).includes(page)) return <>{children}</>;
  return <EmptyState icon="lock" title={common.forbidden} hint={common.forbiddenHint} />;
}
