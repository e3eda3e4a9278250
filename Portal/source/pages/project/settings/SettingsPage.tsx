import { ProjectFrame } from "../ProjectFrame.tsx";
import { useIsAdministrator } from "../../../session/session.ts";
import { ContentSettings } from "./ContentSettings.tsx";
import { DeletionSettings } from "./DeletionSettings.tsx";
import { NameSettings } from "./NameSettings.tsx";
import { StorageSettings } from "./StorageSettings.tsx";
import { VisibilitySettings } from "./VisibilitySettings.tsx";

/** What can be changed of a project itself, as far as the user may. */
export default function SettingsPage({ project: name }: { project: string }) {
  const isAdministrator = useIsAdministrator();
  return (
    <ProjectFrame project={name} page="settings">
      {({ project, may }) => (
        <div className="stack settings">
          {may(".", "update") && <VisibilitySettings project={project} />}
          {isAdministrator && <StorageSettings project={project} />}
          {may(".", "update") && may("metadata", "read") && <ContentSettings project={project} />}
          {may(".", "update") && <NameSettings project={project} />}
          {may(".", "delete") && <DeletionSettings project={project} />}
        </div>
      )}
    </ProjectFrame>
  );
}
