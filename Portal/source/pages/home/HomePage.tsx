import type { Project, Repository } from "../../api/schema.ts";
import { Link } from "../../components/Link.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useText } from "../../language/text.ts";
import { createProjectAddress } from "../../platform/addresses.ts";
import { useResource } from "../../platform/useResource.ts";
import { useMayCreateProjects } from "../../session/session.ts";
import { FirstSteps } from "./FirstSteps.tsx";
import { ProjectTiles } from "./ProjectTiles.tsx";
import { RecentPushes } from "./RecentPushes.tsx";
import { Storage } from "./Storage.tsx";
import { useOwnProjects } from "./useOwnProjects.ts";

/** The start page: the user's projects, what was pushed of late, and how full it is; the first steps where nothing is. */
export default function HomePage() {
  const { home, shell } = useText();
  const mayCreate = useMayCreateProjects();
  const own = useOwnProjects();
  const pushes = useResource<Repository[]>("/repositories?sort=-update_time&page_size=10", { poll: 5_000 });
  const isEmpty = pushes.value?.length === 0;
  const create = mayCreate && !isEmpty && (
    <Link className="button button-primary" to={createProjectAddress}>{home.createProject}</Link>
  );
  return (
    <>
      <PageHeader title={shell.home} actions={create} />
      {isEmpty && own.resource.value ? <FirstSteps projects={own.resource.value} /> : <Overview {...{ own, pushes }} />}
    </>
  );
}

function Overview({ own, pushes }: {
  own: ReturnType<typeof useOwnProjects>;
  pushes: ReturnType<typeof useResource<Repository[]>>;
}) {
  const { home } = useText();
  const projects: Project[] | undefined = own.resource.value;
  return (
    <div className="columns">
      <div className="stack stack-loose">
        <section className="stack stack-tight" aria-labelledby="home-projects">
          <div className="row row-between">
            <h2 id="home-projects">{own.areOthers ? home.recentProjects : home.projects}</h2>
            <Link to="/projects">{home.allProjects}</Link>
          </div>
          <ResourceView resource={own.resource}>{(found) => <ProjectTiles projects={found} />}</ResourceView>
        </section>
        <section className="stack stack-tight" aria-labelledby="home-pushes">
          <h2 id="home-pushes">{home.pushes}</h2>
          <ResourceView resource={pushes} lines={8}>{(found) => <RecentPushes repositories={found} />}</ResourceView>
        </section>
      </div>
      {projects ? <Storage projects={projects} /> : <Skeleton lines={6} />}
    </div>
  );
}
