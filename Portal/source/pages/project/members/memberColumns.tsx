import type { ProjectMemberEntity } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Column } from "../../../components/Table.tsx";
import { useText } from "../../../language/text.ts";
import { May } from "../../../session/usePermissions.ts";
import { MemberRole } from "./MemberRole.tsx";
import { useIsOwnMembership } from "./ownMembership.ts";

/** Gives the columns of the list of members. */
export function useMemberColumns({ project, may, onChange, onRemove }: {
  project: string;
  may: May;
  onChange: (member: ProjectMemberEntity) => void;
  onRemove: (member: ProjectMemberEntity) => void;
}): Array<Column<ProjectMemberEntity> | false> {
  const { members, common } = useText();
  const mayUpdate = may("member", "update");
  const mayRemove = may("member", "delete");
  return [
    { label: common.name, kind: "name", render: (member) => <MemberName member={member} /> },
    {
      label: members.role,
      kind: "tight",
      render: (member) => <MemberRole project={project} member={member} mayUpdate={mayUpdate} />,
    },
    { label: members.scope, render: (member) => <Scope pattern={member.repository_pattern ?? ""} /> },
    (mayUpdate || mayRemove) && {
      label: common.actions,
      kind: "actions",
      render: (member) => (
        <Menu
          label={members.actionsOn(member.entity_name)}
          actions={[
            mayUpdate && { label: members.change, icon: "pencil", run: () => onChange(member) },
            mayRemove && { label: members.remove, icon: "trash-2", isDangerous: true, run: () => onRemove(member) },
          ]}
        />
      ),
    },
  ];
}

function MemberName({ member }: { member: ProjectMemberEntity }) {
  const { members } = useText();
  const isOwn = useIsOwnMembership(member);
  return (
    <span className="row row-still">
      <Icon name={member.entity_type === "u" ? "user" : "users"} />
      <span className="wrap-anywhere">{member.entity_name}</span>
      {isOwn && <Badge kind="accent">{members.you}</Badge>}
      {member.entity_type === "g" && <Badge>{members.group}</Badge>}
    </span>
  );
}

function Scope({ pattern }: { pattern: string }) {
  const { members } = useText();
  if (!pattern) return <span className="soft">{members.wholeProject}</span>;
  return <code className="wrap-anywhere">{pattern}</code>;
}
