import type { Project } from "../../api/schema.ts";
import type { RetentionPolicy } from "../../api/schema.ts";
import { LeaveDialog } from "../../components/LeaveDialog.tsx";
import { setParameters, useParameters } from "../../platform/location.ts";
import { useLeaveGuard } from "../../platform/useLeaveGuard.ts";
import type { May } from "../../session/usePermissions.ts";
import { DeletePolicyDialog } from "./DeletePolicyDialog.tsx";
import { PolicyPreview } from "./PolicyPreview.tsx";
import { RetentionSaveBar } from "./RetentionSaveBar.tsx";
import { RuleDialog } from "./RuleDialog.tsx";
import { RuleList } from "./RuleList.tsx";
import { RunActions } from "./RunActions.tsx";
import { RunHistory } from "./RunHistory.tsx";
import { SettingsCard } from "./SettingsCard.tsx";
import { SettingsDialog } from "./SettingsDialog.tsx";
import { StartingPolicies } from "./StartingPolicies.tsx";
import { RetentionDraft, useRetentionDraft } from "./useRetentionDraft.ts";

/** A project's retention policy as it is edited: rules, schedule, what they would do, and what was done. */
export function RetentionEditor({ project, may, saved }: {
  project: Project;
  may: May;
  /** Null: there is no policy yet. */
  saved: RetentionPolicy | null;
}) {
  const draft = useRetentionDraft(project, saved);
  const guard = useLeaveGuard(draft.isChanged);
  const canEdit = may("tag-retention", saved ? "update" : "create");
  const isEmpty = saved === null && draft.policy.rules.length === 0;
  return (
    <div className="stack stack-loose">
      {isEmpty ? <StartingPolicies draft={draft} canEdit={canEdit} /> : (
        <>
          <RuleList draft={draft} canEdit={canEdit}>
            <RunActions {...{ project, may, saved, draft }} />
          </RuleList>
          <SettingsCard saved={saved} draft={draft} canEdit={canEdit} />
          <PolicyPreview project={project} draft={draft} />
        </>
      )}
      {saved?.id !== undefined && <RunHistory project={project} policyID={saved.id} may={may} />}
      {canEdit && <RetentionSaveBar draft={draft} />}
      <EditorDialogs {...{ project, may, saved, draft, canEdit }} />
      <LeaveDialog guard={guard} />
    </div>
  );
}

/** Shows the dialog that the page's address names. */
function EditorDialogs({ project, may, saved, draft, canEdit }: {
  project: Project;
  may: May;
  saved: RetentionPolicy | null;
  draft: RetentionDraft;
  canEdit: boolean;
}) {
  const parameters = useParameters();
  const dialog = parameters.get("dialog");
  const close = () => setParameters({ dialog: null, rule: null }, { replace: true });
  const index = Number(parameters.get("rule")) - 1;
  if (dialog === "new-rule" && canEdit) return <RuleDialog draft={draft} index={null} onClose={close} />;
  if (dialog === "rule" && canEdit && draft.policy.rules[index]) {
    return <RuleDialog draft={draft} index={index} onClose={close} />;
  }
  if (dialog === "settings" && canEdit) return <SettingsDialog draft={draft} onClose={close} />;
  if (dialog === "delete-policy" && saved && may("tag-retention", "delete")) {
    return <DeletePolicyDialog project={project} policy={saved} onClose={close} />;
  }
  return null;
}
