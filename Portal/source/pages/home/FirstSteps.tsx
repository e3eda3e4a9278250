import { ReactNode } from "react";
import type { Project } from "../../api/schema.ts";
import { useRegistryHost } from "../../components/ClientCommands.tsx";
import { Command } from "../../components/Copy.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Link } from "../../components/Link.tsx";
import { useText } from "../../language/text.ts";
import { createProjectAddress, projectAddress } from "../../platform/addresses.ts";
import { useMayCreateProjects, useSession } from "../../session/session.ts";

/** Leads whoever sees an empty registry to the first push: commands with the real names, to be copied. */
export function FirstSteps({ projects }: { projects: Project[] }) {
  const { home } = useText();
  const { user } = useSession();
  const host = useRegistryHost();
  const project = projects[0]?.name;
  const image = `${host}/${project ?? home.steps.projectName}/hello:v1`;
  return (
    <section className="card home-steps" aria-labelledby="home-steps">
      <h2 id="home-steps">{home.steps.title}</h2>
      <p className="soft">{home.steps.hint}</p>
      <ol>
        <ProjectStep project={project} />
        <Step number={2} title={home.steps.signIn}>
          <Command text={`docker login ${host} -u ${user?.username ?? ""}`} label={home.steps.copyLogin} />
          <p className="field-hint">
            {home.steps.signInHint} <Link to="/profile?tab=security">{home.steps.makeSecret}</Link>
          </p>
        </Step>
        <Step number={3} title={home.steps.tag}>
          <Command text={`docker tag hello:latest ${image}`} label={home.steps.copyTag} />
        </Step>
        <Step number={4} title={home.steps.push}>
          <Command text={`docker push ${image}`} label={home.steps.copyPush} />
          <p className="field-hint" role="status">{home.steps.waiting}</p>
        </Step>
      </ol>
    </section>
  );
}

function ProjectStep({ project }: { project: string | undefined }) {
  const { home } = useText();
  const mayCreate = useMayCreateProjects();
  if (project) {
    return (
      <Step number={1} title={home.steps.haveProject} isDone>
        <p>
          <Link to={projectAddress(project)}>{project}</Link>
          {mayCreate && (
            <>
              {" · "}
              <Link to={createProjectAddress}>{home.steps.another}</Link>
            </>
          )}
        </p>
      </Step>
    );
  }
  return (
    <Step number={1} title={home.steps.project}>
      {mayCreate
        ? <Link className="button button-primary" to={createProjectAddress}>{home.createProject}</Link>
        : <p>{home.askForProject}</p>}
    </Step>
  );
}

function Step({ number, title, isDone = false, children }: {
  number: number;
  title: string;
  isDone?: boolean;
  children: ReactNode;
}) {
  return (
    <li className="home-step">
      <span className="home-step-number" data-done={isDone || undefined} aria-hidden="true">
        {isDone ? <Icon name="check" size={14} /> : number}
      </span>
      <div className="stack stack-tight">
        <h3>{title}</h3>
        {children}
      </div>
    </li>
  );
}
