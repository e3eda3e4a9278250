import { useState } from "react";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { API } from "../../platform/connection.ts";
import { navigate } from "../../platform/location.ts";
import { Change, useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { BodyExample, useBodyExample } from "./useBodyExample.ts";
import { changedMembers, draftOf, requestOf } from "./webhookCoding.ts";
import { newWebhook, WebhookDraft } from "./webhookDraft.ts";
import { policyPath, WebhookPlace } from "./webhookPlace.ts";
import type { WebhookPolicy } from "../../api/schema.ts";

/** A webhook that is being made or edited. */
export interface WebhookForm {
  draft: WebhookDraft;
  set: (changes: Partial<WebhookDraft>) => void;
  isChanged: boolean;
  discard: () => void;
  save: Change<[]>;
  example: BodyExample;
}

/** Keeps what is written of a webhook, and saves it; `saved` is null for a new one. */
export function useWebhookForm(place: WebhookPlace, saved: WebhookPolicy | null): WebhookForm {
  const { webhooks } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const original = saved ? draftOf(saved) : newWebhook;
  const [changes, setChanges] = useState<Partial<WebhookDraft>>({});
  const draft = { ...original, ...changes };
  const example = useBodyExample(place, draft);
  const save = useChange(async () => {
    if (saved) {
      // What somebody else has changed since it was read stays theirs.
      const body = changedMembers(requestOf(original), requestOf(draft));
      await cache.change(policyPath(place, saved.id), { method: "PUT", body });
      await cache.readChanged(policyPath(place, saved.id));
    } else await create(requestOf(draft));
    cache.invalidate(`${place.path}/policies`);
    setChanges((now) => now === changes ? {} : now);
    show(saved ? webhooks.saved : webhooks.created);
  });
  const create = async (body: unknown) => {
    const answer = await cache.connection.send(`${API}${place.path}/policies`, { method: "POST", body });
    const id = /\/policies\/(\d+)$/.exec(answer.headers.get("Location") ?? "")?.[1];
    // What was made is where its first delivery is seen.
    setChanges({});
    setTimeout(() => navigate(id ? `${place.address}/${id}` : place.address));
  };
  return {
    draft,
    set: (more) => {
      save.reset();
      setChanges((now) => ({ ...now, ...more }));
    },
    isChanged: JSON.stringify(draft) !== JSON.stringify(original),
    discard: () => {
      save.reset();
      setChanges({});
    },
    save,
    example,
  };
}
