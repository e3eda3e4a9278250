import { ProjectFrame } from "../project/ProjectFrame.tsx";
import { PullSecretButton } from "../pullSecret/PullSecretButton.tsx";
import { RobotList } from "./RobotList.tsx";

/** The robot accounts of a project. */
export default function ProjectRobotsPage({ project: name }: { project: string }) {
  return (
    <ProjectFrame
      project={name}
      page="robots"
      // At the title and not in the list, which is another one as soon as the secret's account is made.
      actions={({ project }) => <PullSecretButton project={project.name} projectID={project.project_id} />}
    >
      {({ project, may }) => <RobotList place={{ project, may: (action) => may("robot", action) }} />}
    </ProjectFrame>
  );
}
