import type { Project } from "../../api/schema.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Link } from "../../components/Link.tsx";
import { Time } from "../../components/Time.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { createProjectAddress, projectAddress } from "../../platform/addresses.ts";
import { useMayCreateProjects } from "../../session/session.ts";
import { useRoleName } from "../project/roles.ts";

/** The user's projects, each with the user's role and what is in it. */
export function ProjectTiles({ projects }: { projects: Project[] }) {
  if (projects.length === 0) return <NoProjects />;
  return (
    <ul className="home-projects">
      {projects.map((project) => (
        <li key={project.project_id}>
          <Tile project={project} />
        </li>
      ))}
    </ul>
  );
}

function Tile({ project }: { project: Project }) {
  const { home, common } = useText();
  const { number } = useFormat();
  const roleName = useRoleName();
  const [role] = project.current_user_role_ids ?? [];
  const isPublic = project.metadata.public === "true";
  return (
    <Link className="card home-project" to={projectAddress(project.name)}>
      <span className="home-project-name">
        <Icon name={isPublic ? "globe" : "lock"} />
        <span className="visually-hidden">{isPublic ? common.public : common.private}</span>
        <span className="home-ellipsis" title={project.name}>{project.name}</span>
      </span>
      <span className="home-project-facts soft">
        <span>{home.repositories(number(project.repo_count), project.repo_count)}</span>
        {role !== undefined && <span>{roleName(role)}</span>}
        <Time value={project.update_time} />
      </span>
    </Link>
  );
}

function NoProjects() {
  const { home } = useText();
  const mayCreate = useMayCreateProjects();
  return (
    <div className="card">
      <EmptyState icon="boxes" title={home.noProjects} hint={mayCreate ? home.noProjectsHint : home.askForProject}>
        <span className="row">
          {mayCreate && <Link className="button button-primary" to={createProjectAddress}>{home.createProject}</Link>}
          <Link className="button" to="/projects">{home.browse}</Link>
        </span>
      </EmptyState>
    </div>
  );
}
