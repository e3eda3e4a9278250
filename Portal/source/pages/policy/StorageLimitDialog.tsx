import { useState } from "react";
import type { Project } from "../../api/schema.ts";
import { projectPath } from "../../api/paths.ts";
import { FormDialog } from "../../components/Dialog.tsx";
import { Notice } from "../../components/Notice.tsx";
import { SizeField } from "../../components/SizeField.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { unlimited } from "../../platform/size.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";

/** Changes how much a project may store. */
export function StorageLimitDialog({ project, used, limit, onClose }: {
  project: Project;
  /** Bytes. */
  used: number;
  /** Bytes, or -1 for no limit. */
  limit: number;
  onClose: () => void;
}) {
  const { policy, common } = useText();
  const { bytes } = useFormat();
  const { show } = useToasts();
  const cache = useResources();
  const [wanted, setWanted] = useState<number | null>(limit);
  const change = useChange(async () => {
    // A quota's number is its project's.
    const options = { method: "PUT", body: { hard: { storage: wanted } } };
    await cache.change(`/quotas/${project.project_id}`, options, "/quotas", projectPath(project.name));
    show(policy.limitChanged);
  });
  return (
    <FormDialog
      title={policy.changeLimit}
      submit={common.save}
      change={change}
      canSubmit={wanted !== null}
      onClose={onClose}
    >
      <SizeField label={policy.limit} hint={policy.limitHint} value={wanted} onChange={setWanted} />
      {wanted !== null && wanted !== unlimited && wanted <= used && (
        <Notice kind="warning">{policy.limitBelow(bytes(used))}</Notice>
      )}
    </FormDialog>
  );
}
