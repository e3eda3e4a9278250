import { useState } from "react";
import type { Project } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { projectAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { projectNameProblem } from "../../projects/projectName.ts";
import { ProjectNameField } from "../../projects/ProjectNameField.tsx";
import { FormerNames } from "./FormerNames.tsx";
import { SettingsCard } from "./SettingsCard.tsx";
import { SettingsForm } from "./SettingsForm.tsx";

/** Gives a project another name; the former ones keep leading to it. */
export function NameSettings({ project }: { project: Project }) {
  const { projectSettings, common } = useText();
  const [name, setName] = useState(project.name);
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    await cache.change(
      `${projectPath(project.name)}/rename`,
      { method: "POST", body: { name } },
      "/projects",
      "/quotas",
    );
    show(projectSettings.renamed(name));
    navigate(projectAddress(name, "settings"), { replace: true, isDecided: true });
  });
  return (
    <SettingsCard title={projectSettings.name} hint={projectSettings.nameHint}>
      <SettingsForm
        submit={common.rename}
        change={change}
        isChanged={name !== "" && name !== project.name && projectNameProblem(name) === null}
      >
        <ProjectNameField label={projectSettings.newName} value={name} onChange={setName} />
      </SettingsForm>
      <FormerNames project={project.name} />
    </SettingsCard>
  );
}
