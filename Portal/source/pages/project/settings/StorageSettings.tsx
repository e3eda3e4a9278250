import { useState } from "react";
import type { Project, ProjectSummary } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { SizeField } from "../../../components/SizeField.tsx";
import { StorageUse } from "../../../components/StorageUse.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useText } from "../../../language/text.ts";
import { unlimited } from "../../../platform/size.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource } from "../../../platform/useResource.ts";
import { SettingsCard } from "./SettingsCard.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { useProjectUpdate } from "./useProjectUpdate.ts";

/** Says how much a project may store, beside what it stores. */
export function StorageSettings({ project }: { project: Project }) {
  const { projects } = useText();
  const summary = useResource<ProjectSummary>(`${projectPath(project.name)}/summary`);
  return (
    <SettingsCard title={projects.storage}>
      <ResourceView resource={summary}>
        {({ quota }) => (
          <StorageForm
            project={project}
            used={quota?.used?.storage ?? 0}
            limit={quota?.hard?.storage ?? unlimited}
          />
        )}
      </ResourceView>
    </SettingsCard>
  );
}

function StorageForm({ project, used, limit }: { project: Project; used: number; limit: number }) {
  const { projects, projectSettings } = useText();
  // Undefined: nothing was typed, so that a change by others shows.
  const [typed, setTyped] = useState<number | null | undefined>();
  const value = typed === undefined ? limit : typed;
  const update = useProjectUpdate(project.name);
  const change = useChange(async () => {
    if (value === null) return;
    await update({ storage_limit: value });
    setTyped(undefined);
  });
  return (
    <SettingsForm change={change} isChanged={value !== null && value !== limit}>
      <div className="row">
        {projectSettings.used}
        <StorageUse used={used} limit={limit} />
      </div>
      <SizeField label={projects.storageLimit} hint={projects.storageLimitHint} value={value} onChange={setTyped} />
      {value !== null && value !== unlimited && value < used && (
        <Notice kind="warning">{projectSettings.limitBelowUse}</Notice>
      )}
    </SettingsForm>
  );
}
