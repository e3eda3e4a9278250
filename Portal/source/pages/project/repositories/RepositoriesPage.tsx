import type { Repository } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { Button } from "../../../components/Button.tsx";
import { PushCommands } from "../../../components/ClientCommands.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { useListing } from "../../../platform/useListing.ts";
import { ProjectContent, ProjectFrame } from "../ProjectFrame.tsx";
import { ProjectStorage } from "./ProjectStorage.tsx";
import { useRepositoryColumns } from "./repositoryColumns.tsx";

/** Milliseconds after which a push shows up at the latest. */
const poll = 5_000;

/** The repositories of a project, and how to push to it. */
export default function RepositoriesPage({ project: name }: { project: string }) {
  const { project: text } = useText();
  const [dialog, setDialog] = useParameter("push");
  return (
    <ProjectFrame
      project={name}
      actions={({ may }) =>
        may("repository", "push") && (
          <Button icon="terminal" onClick={() => setDialog("yes")}>{text.pushCommands}</Button>
        )}
    >
      {({ project, may }) => (
        <>
          <RepositoryList project={project} may={may} />
          {dialog && may("repository", "push") && (
            <Dialog
              title={text.pushTitle(project.name)}
              isWide
              onClose={() => setDialog("", { replace: true })}
            >
              <PushCommands project={project.name} />
            </Dialog>
          )}
        </>
      )}
    </ProjectFrame>
  );
}

function RepositoryList({ project, may }: ProjectContent) {
  const { project: text } = useText();
  const listing = useListing<Repository>(`${projectPath(project.name)}/repositories`, {
    filterKey: "path",
    defaultSort: "-update_time",
    poll,
  });
  return (
    <ListView
      label={text.repositories}
      listing={listing}
      columns={useRepositoryColumns(project.name)}
      rowKey={(repository) => repository.id}
      filterLabel={text.filterRepositories}
      actions={may("quota", "read") && <ProjectStorage project={project.name} />}
      empty={<NoRepositories project={project} may={may} />}
    />
  );
}

function NoRepositories({ project, may }: ProjectContent) {
  const { project: text } = useText();
  const mayPush = may("repository", "push");
  return (
    <EmptyState
      icon="package-open"
      title={text.noRepositories}
      hint={mayPush ? text.noRepositoriesPush : text.noRepositoriesHint}
    >
      {mayPush && <PushCommands project={project.name} />}
    </EmptyState>
  );
}
