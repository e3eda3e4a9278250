import { ProjectFrame } from "../project/ProjectFrame.tsx";
import { NewWebhook } from "./NewWebhook.tsx";
import { projectPlace } from "./webhookPlace.ts";

/** Makes a webhook of a project. */
export default function NewWebhookPage({ project: name }: { project: string }) {
  return (
    <ProjectFrame project={name} page="webhooks">
      {({ project, may }) => <NewWebhook place={projectPlace(project, may)} />}
    </ProjectFrame>
  );
}
