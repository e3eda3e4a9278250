import { useEffect, useState } from "react";
import type { Project, Strings } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { CheckField } from "../../../components/Field.tsx";
import { FailureNotice } from "../../../components/Notice.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource } from "../../../platform/useResource.ts";
import { SettingsCard } from "./SettingsCard.tsx";
import { useProjectUpdate } from "./useProjectUpdate.ts";

/** The name of the setting in the project's metadata. */
const sparse = "allow_sparse_index";

/** Says what may be pushed; other metadata is kept by the registry without an effect, and isn't offered. */
export function ContentSettings({ project }: { project: Project }) {
  const { projectSettings } = useText();
  const metadata = useResource<Strings>(`${projectPath(project.name)}/metadatas/`);
  const update = useProjectUpdate(project.name);
  const change = useChange((isAllowed: boolean) => update({ metadata: { [sparse]: String(isAllowed) } }));
  // What was chosen is shown before the registry confirms it.
  const [chosen, setChosen] = useState<boolean | null>(null);
  useEffect(() => setChosen(null), [metadata.value?.[sparse]]);
  const choose = async (isAllowed: boolean) => {
    setChosen(isAllowed);
    if (!await change.run(isAllowed)) setChosen(null);
  };
  return (
    <SettingsCard title={projectSettings.content}>
      <ResourceView resource={metadata} lines={1}>
        {(values) => (
          <CheckField
            label={projectSettings.sparse}
            hint={projectSettings.sparseHint}
            checked={chosen ?? values[sparse] === "true"}
            disabled={change.isRunning}
            onChange={(event) => void choose(event.target.checked)}
          />
        )}
      </ResourceView>
      <FailureNotice failure={change.failure} />
    </SettingsCard>
  );
}
