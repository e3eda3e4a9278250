import { ProjectFrame } from "../project/ProjectFrame.tsx";
import { WebhookList } from "./WebhookList.tsx";
import { projectPlace } from "./webhookPlace.ts";

/** The webhooks of a project. */
export default function WebhooksPage({ project: name }: { project: string }) {
  return (
    <ProjectFrame project={name} page="webhooks">
      {({ project, may }) => <WebhookList place={projectPlace(project, may)} />}
    </ProjectFrame>
  );
}
