import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { useText } from "../../language/text.ts";
import { useParameter } from "../../platform/location.ts";
import { useProjectPermissions } from "../../session/usePermissions.ts";
import { PullSecretDialog } from "./PullSecretDialog.tsx";

/** Opens the dialog that makes a pull secret for Kubernetes; nothing for those who may make no robot accounts. */
export function PullSecretButton({ project, projectID }: { project: string; projectID: number | undefined }) {
  const may = useProjectPermissions(projectID);
  const [dialog, setDialog] = useParameter("dialog");
  const [isMade, setMade] = useState(false);
  const { pullSecret } = useText();
  if (!may("robot", "create")) return null;
  return (
    <>
      <Button icon="ship" onClick={() => setDialog("pull-secret")}>{pullSecret.open}</Button>
      {
        // Going back in the browser must not throw away a secret that is shown only once.
        (dialog === "pull-secret" || isMade) && (
          <PullSecretDialog
            project={project}
            onMade={() => setMade(true)}
            onClose={() => {
              setMade(false);
              setDialog("", { replace: true });
            }}
          />
        )
      }
    </>
  );
}
