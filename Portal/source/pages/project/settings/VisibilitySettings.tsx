import { useState } from "react";
import type { Project } from "../../../api/schema.ts";
import { Notice } from "../../../components/Notice.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { VisibilityField } from "../../projects/VisibilityField.tsx";
import { SettingsCard } from "./SettingsCard.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { useProjectUpdate } from "./useProjectUpdate.ts";

/** Says who may pull from a project. */
export function VisibilitySettings({ project }: { project: Project }) {
  const { projectSettings } = useText();
  const wasPublic = project.metadata.public === "true";
  const [isPublic, setPublic] = useState(wasPublic);
  const update = useProjectUpdate(project.name);
  const change = useChange(() => update({ metadata: { public: String(isPublic) } }));
  return (
    <SettingsCard title={projectSettings.access}>
      <SettingsForm change={change} isChanged={isPublic !== wasPublic}>
        <VisibilityField isPublic={isPublic} onChange={setPublic} />
        {isPublic && !wasPublic && <Notice kind="warning">{projectSettings.publicWarning(project.repo_count)}</Notice>}
        {!isPublic && wasPublic && <Notice kind="warning">{projectSettings.privateWarning}</Notice>}
      </SettingsForm>
    </SettingsCard>
  );
}
