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
  // Null: nothing was chosen, so that a change by others shows.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isPublic = chosen ?? wasPublic;
  const update = useProjectUpdate(project.name);
  const change = useChange(async () => {
    await update({ metadata: { public: String(isPublic) } });
    setChosen(null);
  });
  return (
    <SettingsCard title={projectSettings.access}>
      <SettingsForm change={change} isChanged={isPublic !== wasPublic}>
        <VisibilityField isPublic={isPublic} onChange={setChosen} />
        {isPublic && !wasPublic && <Notice kind="warning">{projectSettings.publicWarning(project.repo_count)}</Notice>}
        {!isPublic && wasPublic && <Notice kind="warning">{projectSettings.privateWarning}</Notice>}
      </SettingsForm>
    </SettingsCard>
  );
}
