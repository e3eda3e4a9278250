import { ProjectFrame } from "../project/ProjectFrame.tsx";
import { ProjectStorage } from "./ProjectStorage.tsx";
import { RuleList } from "./RuleList.tsx";

/** What holds in a project: the storage limit, and which tags are immutable. */
export default function PolicyPage({ project: name }: { project: string }) {
  return (
    <ProjectFrame project={name} page="policy">
      {({ project, may }) => (
        <div className="stack stack-loose">
          <ProjectStorage project={project} />
          <RuleList project={project.name} may={may} />
        </div>
      )}
    </ProjectFrame>
  );
}
