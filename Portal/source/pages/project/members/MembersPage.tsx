import { useState } from "react";
import type { ProjectMemberEntity } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { Button } from "../../../components/Button.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter, useParameters } from "../../../platform/location.ts";
import { useListing } from "../../../platform/useListing.ts";
import { ProjectContent, ProjectFrame } from "../ProjectFrame.tsx";
import { AddMemberDialog } from "./AddMemberDialog.tsx";
import { ChangeMemberDialog } from "./ChangeMemberDialog.tsx";
import { useMemberColumns } from "./memberColumns.tsx";
import { RemoveMemberDialog } from "./RemoveMemberDialog.tsx";

/** Who may do what in a project: users and groups with their roles. */
export default function MembersPage({ project: name }: { project: string }) {
  const { members } = useText();
  const [dialog, setDialog] = useParameter("add");
  return (
    <ProjectFrame
      project={name}
      page="members"
      actions={({ may }) =>
        may("member", "create") && (
          <Button kind="primary" icon="user-plus" onClick={() => setDialog("yes")}>{members.add}</Button>
        )}
    >
      {({ project, may }) => (
        <>
          <MemberList project={project} may={may} />
          {dialog && may("member", "create") && (
            <AddMemberDialog
              project={project.name}
              onClose={() => setDialog("", { replace: true })}
            />
          )}
        </>
      )}
    </ProjectFrame>
  );
}

/** A member that a dialog is about. */
interface Asked {
  about: "change" | "removal";
  member: ProjectMemberEntity;
}

function MemberList({ project, may }: ProjectContent) {
  const { members } = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  // The list has a parameter of its own for names instead of `q`.
  const parameters = useParameters();
  const entityname = parameters.get("filter") ?? "";
  const listing = useListing<ProjectMemberEntity>(`${projectPath(project.name)}/members`, {
    parameters: { entityname },
  });
  const columns = useMemberColumns({
    project: project.name,
    may,
    onChange: (member) => setAsked({ about: "change", member }),
    onRemove: (member) => setAsked({ about: "removal", member }),
  });
  const close = () => setAsked(null);
  return (
    <>
      <ListView
        label={members.title}
        listing={listing}
        columns={columns}
        rowKey={(member) => member.id}
        filterLabel={members.filter}
        empty={<EmptyState icon="users" title={members.none} hint={members.noneHint} />}
      />
      {asked?.about === "change" && <ChangeMemberDialog project={project.name} member={asked.member} onClose={close} />}
      {asked?.about === "removal" && (
        <RemoveMemberDialog
          project={project.name}
          member={asked.member}
          onClose={close}
        />
      )}
    </>
  );
}
