import { useState } from "react";
import type { Project } from "../../api/schema.ts";
import type { RetentionPolicy } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Menu } from "../../components/Menu.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useQuickChange } from "../../components/useQuickChange.ts";
import { useText } from "../../language/text.ts";
import { projectAddress } from "../../platform/addresses.ts";
import { navigate, setParameters } from "../../platform/location.ts";
import { useChange } from "../../platform/useChange.ts";
import type { May } from "../../session/usePermissions.ts";
import { RetentionDraft } from "./useRetentionDraft.ts";
import { useRunStart } from "./useRunStart.ts";

/** What can be done with a whole policy: runs follow the saved rules, so they wait until the draft is saved. */
export function RunActions({ project, may, saved, draft }: {
  project: Project;
  may: May;
  saved: RetentionPolicy | null;
  draft: RetentionDraft;
}) {
  const { retention } = useText();
  const [isAsking, setAsking] = useState(false);
  const policyID = saved?.id;
  if (policyID === undefined) return null;
  const canRun = may("tag-retention", "update");
  const unsaved = draft.isChanged ? retention.saveFirst : undefined;
  return (
    <>
      {canRun && <DryRunButton {...{ project, policyID, unsaved }} />}
      {canRun && (
        <Button kind="primary" disabled={draft.isChanged} title={unsaved} onClick={() => setAsking(true)}>
          {retention.runNow}
        </Button>
      )}
      {may("tag-retention", "delete") && (
        <Menu
          label={retention.policyActions}
          actions={[{
            label: retention.deletePolicy,
            icon: "trash-2",
            isDangerous: true,
            run: () => setParameters({ dialog: "delete-policy" }),
          }]}
        />
      )}
      {isAsking && <RunDialog {...{ project, policyID }} onClose={() => setAsking(false)} />}
    </>
  );
}

function DryRunButton({ project, policyID, unsaved }: { project: Project; policyID: number; unsaved?: string }) {
  const { retention } = useText();
  const { show } = useToasts();
  const start = useRunStart(policyID);
  const run = useQuickChange(async () => {
    const id = await start(true);
    show(retention.dryRunBegun);
    navigate(`${projectAddress(project.name, "retention")}/runs/${id}`);
  });
  return (
    <Button icon="eye" disabled={unsaved !== undefined} title={unsaved} onClick={() => run()}>
      {retention.dryRun}
    </Button>
  );
}

/** Asks before a run removes what no rule keeps. */
function RunDialog({ project, policyID, onClose }: { project: Project; policyID: number; onClose: () => void }) {
  const { retention } = useText();
  const { show } = useToasts();
  const start = useRunStart(policyID);
  const change = useChange(async () => {
    const id = await start(false);
    show(retention.begun);
    navigate(`${projectAddress(project.name, "retention")}/runs/${id}`);
  });
  return (
    <ConfirmDialog title={retention.runTitle} submit={retention.runSubmit} change={change} onClose={onClose}>
      <p>{retention.runText}</p>
    </ConfirmDialog>
  );
}
