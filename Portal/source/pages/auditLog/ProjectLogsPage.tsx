import { ProjectFrame } from "../project/ProjectFrame.tsx";
import { AuditLog } from "./AuditLog.tsx";

/** What happened in a project. */
export default function ProjectLogsPage({ project: name }: { project: string }) {
  return (
    <ProjectFrame project={name} page="logs">
      {({ project }) => <AuditLog project={project.name} />}
    </ProjectFrame>
  );
}
