import { ProjectFrame } from "./ProjectFrame.tsx";

/** The repositories of a project. */
export default function RepositoriesPage({ project }: { project: string }) {
  return <ProjectFrame project={project}>{() => null}</ProjectFrame>;
}
