import { ReactNode } from "react";
import type { Project } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Link } from "../../components/Link.tsx";
import { ListView } from "../../components/ListView.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { useParameter } from "../../platform/location.ts";
import { useListing } from "../../platform/useListing.ts";
import { useMayCreateProjects, useSession } from "../../session/session.ts";
import { NewProjectDialog } from "./NewProjectDialog.tsx";
import { useProjectColumns } from "./projectColumns.tsx";
import { ProjectFilterBar } from "./ProjectFilterBar.tsx";
import { useProjectFilters } from "./useProjectFilters.ts";

/** The projects that the user may see, and how to make one. */
export default function ProjectsPage() {
  const { projects } = useText();
  const filters = useProjectFilters();
  const listing = useListing<Project>("/projects", {
    filterKey: "name",
    defaultSort: "name",
    parameters: filters.query,
    poll: 30_000,
  });
  const columns = useProjectColumns();
  const mayCreate = useMayCreateProjects();
  const [dialog, setDialog] = useParameter("new");
  const create = mayCreate && (
    <Button kind="primary" icon="plus" onClick={() => setDialog("yes")}>{projects.create}</Button>
  );
  return (
    <>
      <PageHeader title={projects.title} actions={create} />
      <ListView
        label={projects.title}
        listing={listing}
        columns={columns}
        rowKey={(project) => project.project_id}
        filterLabel={projects.filter}
        toolbar={<ProjectFilterBar filters={filters} />}
        isFiltered={filters.isSet}
        onClear={filters.clear}
        empty={<NoProjects action={create} />}
      />
      {mayCreate && dialog && <NewProjectDialog onClose={() => setDialog("", { replace: true })} />}
    </>
  );
}

function NoProjects({ action }: { action: ReactNode }) {
  const { projects, shell } = useText();
  const { user } = useSession();
  if (!user) {
    return (
      <EmptyState icon="boxes" title={projects.noPublic} hint={projects.noPublicHint}>
        <Link className="button button-primary" to="/sign-in?back=/projects">{shell.signIn}</Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="boxes" title={projects.none} hint={action ? projects.noneHint : projects.noneForYou}>
      {action}
    </EmptyState>
  );
}
