import { useState } from "react";
import type { TrashEntry } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { Button } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { useText } from "../../../language/text.ts";
import { useListing } from "../../../platform/useListing.ts";
import { ProjectContent, ProjectFrame } from "../ProjectFrame.tsx";
import { EmptyTrashDialog } from "./EmptyTrashDialog.tsx";
import { PurgeDialog } from "./PurgeDialog.tsx";
import { RestoreDialog } from "./RestoreDialog.tsx";
import { useTrashColumns } from "./trashColumns.tsx";

/** What was deleted in a project and can still be had back. */
export default function TrashPage({ project: name }: { project: string }) {
  return (
    <ProjectFrame project={name} page="trash">
      {({ project, may }) => <TrashList project={project} may={may} />}
    </ProjectFrame>
  );
}

/** What a dialog asks: about an entry, or about all of them. */
type Asked = { about: "restoration" | "purge"; entry: TrashEntry } | { about: "all" };

function TrashList({ project, may }: ProjectContent) {
  const { trash } = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const listing = useListing<TrashEntry>(`${projectPath(project.name)}/trash`, {
    filterKey: "repository_name",
    defaultSort: "-deleted_at",
    poll: 30_000,
  });
  const columns = useTrashColumns({
    mayRestore: may("artifact", "create") && may("tag", "create"),
    onRestore: (entry) => setAsked({ about: "restoration", entry }),
    onPurge: (entry) => setAsked({ about: "purge", entry }),
  });
  return (
    <>
      <ListView
        label={trash.title}
        listing={listing}
        columns={columns}
        rowKey={(entry) => entry.id}
        filterLabel={trash.filter}
        actions={<Button icon="trash-2" onClick={() => setAsked({ about: "all" })}>{trash.emptyAction}</Button>}
        empty={<EmptyState icon="trash-2" title={trash.none} hint={trash.noneHint} />}
      />
      {asked?.about === "restoration" && <RestoreDialog project={project.name} entry={asked.entry} onClose={close} />}
      {asked?.about === "purge" && <PurgeDialog project={project.name} entry={asked.entry} onClose={close} />}
      {asked?.about === "all" && <EmptyTrashDialog project={project.name} onClose={close} />}
    </>
  );
}
