import type { Project } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Link } from "../../components/Link.tsx";
import { StorageUse } from "../../components/StorageUse.tsx";
import { Column } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { projectAddress } from "../../platform/addresses.ts";
import { useSession } from "../../session/session.ts";
import { useRoleName } from "../project/roles.ts";
import { useStorageOfProjects } from "./useStorageOfProjects.ts";

/** Gives the columns of the list of projects, as far as the user gets what is in them. */
export function useProjectColumns(): Array<Column<Project> | false> {
  const { projects, common } = useText();
  const { number } = useFormat();
  const { user } = useSession();
  const storage = useStorageOfProjects();
  return [
    { label: common.name, kind: "name", sortKey: "name", render: (project) => <ProjectName project={project} /> },
    user !== null && { label: projects.role, kind: "tight", render: (project) => <OwnRole project={project} /> },
    { label: projects.repositories, kind: "number", render: (project) => number(project.repo_count) },
    storage !== null && {
      label: projects.storage,
      kind: "number",
      render: ({ project_id }) => {
        const quota = storage.get(project_id);
        return quota && <StorageUse used={quota.used.storage ?? 0} limit={quota.hard.storage ?? -1} />;
      },
    },
    {
      label: common.updated,
      kind: "tight",
      sortKey: "update_time",
      render: (project) => <Time value={project.update_time} />,
    },
  ];
}

function ProjectName({ project }: { project: Project }) {
  const { common } = useText();
  const isPublic = project.metadata.public === "true";
  return (
    <span className="row">
      <Link className="wrap-anywhere" to={projectAddress(project.name)}>{project.name}</Link>
      <Badge>
        <Icon name={isPublic ? "globe" : "lock"} size={12} />
        {isPublic ? common.public : common.private}
      </Badge>
    </span>
  );
}

function OwnRole({ project }: { project: Project }) {
  const roleName = useRoleName();
  const [role] = project.current_user_role_ids ?? [];
  return role === undefined ? null : <>{roleName(role)}</>;
}
