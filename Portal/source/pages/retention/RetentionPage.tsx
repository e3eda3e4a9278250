import type { Project, RetentionPolicy } from "../../api/schema.ts";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useResource } from "../../platform/useResource.ts";
import type { May } from "../../session/usePermissions.ts";
import { ProjectFrame } from "../project/ProjectFrame.tsx";
import { RetentionEditor } from "./RetentionEditor.tsx";
import { policyID } from "./retentionPolicy.ts";

/** Which tags of a project stay, and when the rest is removed. */
export default function RetentionPage({ project: name }: { project: string }) {
  return (
    <ProjectFrame project={name} page="retention">
      {({ project, may }) => <SavedPolicy project={project} may={may} />}
    </ProjectFrame>
  );
}

function SavedPolicy({ project, may }: { project: Project; may: May }) {
  const id = policyID(project);
  const resource = useResource<RetentionPolicy>(id === null ? null : `/retentions/${id}`);
  if (id === null) return <RetentionEditor project={project} may={may} saved={null} />;
  return (
    <ResourceView resource={resource}>
      {(policy) => <RetentionEditor project={project} may={may} saved={policy} />}
    </ResourceView>
  );
}
