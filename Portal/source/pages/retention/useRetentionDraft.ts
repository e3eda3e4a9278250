import { useState } from "react";
import { projectPath } from "../../api/paths.ts";
import type { Project } from "../../api/schema.ts";
import type { RetentionPolicy } from "../../api/schema.ts";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { Change, useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { draftOf, isSame, PolicyDraft, requestOf } from "./retentionPolicy.ts";

/** What was changed of a project's policy and isn't saved yet. */
export interface RetentionDraft {
  /** What the policy would be. */
  policy: PolicyDraft;
  set: (changes: Partial<PolicyDraft>) => void;
  isChanged: boolean;
  discard: () => void;
  save: Change<[]>;
}

/** Keeps what was changed of a project's policy, and saves it; `saved` is null if there is none yet. */
export function useRetentionDraft(project: Project, saved: RetentionPolicy | null): RetentionDraft {
  const { retention } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const current = draftOf(saved);
  const [changed, setChanged] = useState<PolicyDraft | null>(null);
  const policy = changed ?? current;
  const save = useChange(async () => {
    const body = requestOf(policy, project.project_id);
    const path = saved ? `/retentions/${saved.id}` : "/retentions";
    await cache.change(path, { method: saved ? "PUT" : "POST", body: { ...body, id: saved?.id } });
    // What the registry has is read before the changes are forgotten, so that no old rule is seen in between.
    if (saved) await cache.readChanged(path);
    await cache.readChanged(projectPath(project.name));
    setChanged((now) => now === changed ? null : now);
    show(retention.saved);
  });
  return {
    policy,
    set: (changes) => {
      save.reset();
      setChanged({ ...policy, ...changes });
    },
    isChanged: changed !== null && !isSame(changed, current),
    discard: () => {
      save.reset();
      setChanged(null);
    },
    save,
  };
}
