import type { Project, Statistic, SystemInfo } from "../../api/schema.ts";
import { Link } from "../../components/Link.tsx";
import { Meter } from "../../components/Meter.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { useIsAdministrator } from "../../session/session.ts";
import { ProjectStorage } from "./ProjectStorage.tsx";

/** How full it is: the user's projects, and for administrators the registry and its disks. */
export function Storage({ projects }: { projects: Project[] }) {
  const isAdministrator = useIsAdministrator();
  return (
    <div className="stack home-aside">
      {isAdministrator && <RegistryStorage />}
      <ProjectStorage projects={projects} />
    </div>
  );
}

function RegistryStorage() {
  const { home } = useText();
  const statistic = useResource<Statistic>("/statistics", { poll: 30_000 });
  const volumes = useResource<SystemInfo>("/systeminfo/volumes", { poll: 60_000 });
  return (
    <section className="card" aria-labelledby="home-registry">
      <div className="card-title">
        <h2 id="home-registry">{home.registry}</h2>
        <Link to="/administration/health">{home.health}</Link>
      </div>
      <div className="stack">
        <ResourceView resource={statistic} lines={3}>{(counts) => <Counts counts={counts} />}</ResourceView>
        <ResourceView resource={volumes} lines={1}>
          {({ storage }) => storage.map((volume, index) => <Volume key={index} {...volume} />)}
        </ResourceView>
      </div>
    </section>
  );
}

function Counts({ counts }: { counts: Statistic }) {
  const { home } = useText();
  const { number, bytes } = useFormat();
  return (
    <dl className="home-counts">
      <div>
        <dt>{home.projectCount}</dt>
        <dd>{number(counts.total_project_count)}</dd>
      </div>
      <div>
        <dt>{home.repositoryCount}</dt>
        <dd>{number(counts.total_repo_count)}</dd>
      </div>
      <div>
        <dt>{home.stored}</dt>
        <dd>{bytes(counts.total_storage_consumption)}</dd>
      </div>
    </dl>
  );
}

function Volume({ total, free }: { total: number; free: number }) {
  const { home } = useText();
  const { bytes } = useFormat();
  return (
    <div className="stack stack-tight">
      <div className="row row-between">
        <span>{home.disk}</span>
        <span className="soft number">{home.free(bytes(free), bytes(total))}</span>
      </div>
      <Meter label={home.disk} used={total - free} limit={total} />
    </div>
  );
}
