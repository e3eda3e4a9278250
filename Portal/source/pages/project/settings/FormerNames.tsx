import { useState } from "react";
import type { FormerName } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { Button } from "../../../components/Button.tsx";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { Time } from "../../../components/Time.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource, useResources } from "../../../platform/useResource.ts";
import { useIsAdministrator } from "../../../session/session.ts";

/** The names that a project had before; system administrators can give them free. */
export function FormerNames({ project }: { project: string }) {
  const { projectSettings } = useText();
  const isAdministrator = useIsAdministrator();
  const [released, setReleased] = useState<string | null>(null);
  const { value = [] } = useResource<FormerName[]>(`${projectPath(project)}/former-names`);
  if (value.length === 0) return null;
  return (
    <div className="settings-list">
      <h3>{projectSettings.formerNames}</h3>
      <ul>
        {value.map((former) => (
          <li key={former.name} className="row row-between">
            <span className="wrap-anywhere">{former.name}</span>
            <span className="row soft">
              {projectSettings.until} <Time value={former.until} />
              {isAdministrator && (
                <Button kind="link" onClick={() => setReleased(former.name)}>{projectSettings.release}</Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {released && <ReleaseDialog project={project} name={released} onClose={() => setReleased(null)} />}
    </div>
  );
}

/** Asks before a former name stops leading to the project. */
function ReleaseDialog({ project, name, onClose }: { project: string; name: string; onClose: () => void }) {
  const { projectSettings } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const path = `${projectPath(project)}/former-names`;
  const change = useChange(async () => {
    await cache.change(`${path}/${encodeURIComponent(name)}`, { method: "DELETE" }, path, projectPath(name));
    show(projectSettings.released(name));
  });
  return (
    <ConfirmDialog
      title={projectSettings.releaseTitle(name)}
      submit={projectSettings.release}
      change={change}
      onClose={onClose}
    >
      <p>{projectSettings.releaseHint(name, project)}</p>
    </ConfirmDialog>
  );
}
