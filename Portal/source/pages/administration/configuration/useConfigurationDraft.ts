import { useEffect, useState } from "react";
import type { ConfigurationsResponse } from "../../../api/schema.ts";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { RequestFailure } from "../../../platform/failure.ts";
import { Change, useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { useSession } from "../../../session/session.ts";
import { Changes, ItemValue, realChanges, refusedKey, shownValue, withoutSent } from "./changes.ts";
import { ItemKey, shownKeys } from "./sections.ts";

/** What was changed on the page and isn't saved yet. */
export interface ConfigurationDraft {
  value: (key: ItemKey) => ItemValue;
  set: (key: ItemKey, value: ItemValue) => void;
  /** How many items differ from what the server has. */
  count: number;
  /** Whether every changed item can have its value. */
  isComplete: boolean;
  /** Whether saving would stop the registry from taking changes. */
  makesReadOnly: boolean;
  discard: () => void;
  save: Change<[]>;
  /** The item that the server refused, and its words. */
  refusal: { key: string; message: string } | null;
}

/** Keeps what was changed on the page, and saves it. */
export function useConfigurationDraft(saved: ConfigurationsResponse): ConfigurationDraft {
  const [changes, setChanges] = useState<Changes>({});
  const real = realChanges(saved, changes);
  const save = useSaving(real, (sent) => setChanges((all) => withoutSent(all, sent)));
  const refusal = refusalOf(save.failure);
  useEffect(() => {
    if (refusal) focusItem(refusal.key);
  }, [refusal?.key, save.failure]);
  const set = (key: ItemKey, value: ItemValue) => {
    save.reset();
    setChanges((all) => ({ ...all, [key]: value }));
  };
  const discard = () => {
    save.reset();
    setChanges({});
  };
  return {
    value: (key) => shownValue(saved, changes, key),
    set,
    count: Object.keys(real).length,
    isComplete: Object.values(real).every((value) => value !== null),
    makesReadOnly: real.read_only === true,
    discard,
    save,
    refusal,
  };
}

function useSaving(changes: Changes, onSaved: (sent: Changes) => void): Change<[]> {
  const cache = useResources();
  const { reload } = useSession();
  const { show } = useToasts();
  const { common } = useText();
  return useChange(async () => {
    await cache.change("/configurations", { method: "PUT", body: changes });
    // What the server has is read before the changes are forgotten, so that no old value is seen in between.
    await cache.readChanged("/configurations");
    onSaved(changes);
    // The frame shows the message and whether the registry is read-only.
    await reload();
    show(common.saved);
  });
}

function refusalOf(failure: RequestFailure | null): { key: string; message: string } | null {
  const key = failure && refusedKey(failure.message, shownKeys);
  return failure && key ? { key, message: failure.message } : null;
}

/** Moves to the first control of an item. */
function focusItem(key: string): void {
  document.querySelector<HTMLElement>(`[data-item="${key}"] :is(input, select, textarea)`)?.focus();
}
