import type { Project, ProjectSummary } from "../../api/schema.ts";
import { projectPath } from "../../api/paths.ts";
import { Link } from "../../components/Link.tsx";
import { StorageUse } from "../../components/StorageUse.tsx";
import { useText } from "../../language/text.ts";
import { projectAddress } from "../../platform/addresses.ts";
import { useManyResources } from "../../platform/useManyResources.ts";
import { useIsAdministrator } from "../../session/session.ts";
import { byFullness, ProjectUse } from "./fullness.ts";

/** What each of the projects stores, those that are nearest to their limit first. */
export function ProjectStorage({ projects }: { projects: Project[] }) {
  const { home } = useText();
  const isAdministrator = useIsAdministrator();
  const uses = useProjectUses(projects);
  if (uses.length === 0) return null;
  return (
    <section className="card" aria-labelledby="home-storage">
      <div className="card-title">
        <h2 id="home-storage">{home.storage}</h2>
        {isAdministrator && <Link to="/administration/quotas">{home.quotas}</Link>}
      </div>
      <ul className="stack">
        {uses.map(({ name, used, limit }) => (
          <li key={name} className="home-storage">
            <Link className="home-ellipsis" title={name} to={projectAddress(name)}>{name}</Link>
            <StorageUse used={used} limit={limit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Reads what the projects store; left out is what isn't known yet, or isn't told to the user. */
function useProjectUses(projects: Project[]): ProjectUse[] {
  const summaries = useManyResources<ProjectSummary>(projects.map(({ name }) => `${projectPath(name)}/summary`));
  const uses = projects.flatMap(({ name }, index) => {
    const quota = summaries[index]?.quota;
    return quota ? [{ name, used: quota.used?.storage ?? 0, limit: quota.hard?.storage ?? -1 }] : [];
  });
  return uses.sort(byFullness);
}
