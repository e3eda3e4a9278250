import type { Project } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { DeleteProjectDialog } from "./DeleteProjectDialog.tsx";
import { SettingsCard } from "./SettingsCard.tsx";

/** Leads to the project's deletion; `?delete=yes` asks for it. */
export function DeletionSettings({ project }: { project: Project }) {
  const { projectSettings } = useText();
  const [dialog, setDialog] = useParameter("delete");
  return (
    <SettingsCard title={projectSettings.deletion} hint={projectSettings.deletionHint} isDangerous>
      <Button kind="danger" icon="trash-2" onClick={() => setDialog("yes")}>{projectSettings.delete}</Button>
      {dialog && <DeleteProjectDialog project={project.name} onClose={() => setDialog("", { replace: true })} />}
    </SettingsCard>
  );
}
