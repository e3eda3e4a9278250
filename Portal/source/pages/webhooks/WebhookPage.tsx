import { ProjectFrame } from "../project/ProjectFrame.tsx";
import { projectPlace } from "./webhookPlace.ts";
import { WebhookView } from "./WebhookView.tsx";

/** A webhook of a project: what it sent, and its settings. */
export default function WebhookPage({ project: name, webhook }: { project: string; webhook: string }) {
  return (
    <ProjectFrame project={name} page="webhooks">
      {({ project, may }) => <WebhookView place={projectPlace(project, may)} id={webhook} />}
    </ProjectFrame>
  );
}
