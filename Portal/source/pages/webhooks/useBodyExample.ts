import { useEffect, useState } from "react";
import type { WebhookEventType, WebhookPreview, WebhookPreviewReq } from "../../api/schema.ts";
import { API } from "../../platform/connection.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { useResources } from "../../platform/useResource.ts";
import { useSettled } from "../../platform/useSettled.ts";
import { isAddress } from "./webhookChecks.ts";
import { sentTarget } from "./webhookCoding.ts";
import { newTarget, TargetDraft, WebhookDraft } from "./webhookDraft.ts";
import { WebhookPlace } from "./webhookPlace.ts";

/** What the example of a body is about. */
interface Shown {
  /** A type of event; empty for the first that the webhook tells of. */
  event: string;
  /** The place of a target among the others, from 0. */
  target: number;
}

/** The body that would be sent for an event, as the registry makes it. */
export interface BodyExample extends Shown {
  show: (changes: Partial<Shown>) => void;
  body: string | null;
  contentType: string | null;
  failure: RequestFailure | null;
  /** What is wrong with the target's template. */
  templateFailure: string | null;
}

/** What the registry made. */
interface Made {
  body: string | null;
  contentType: string | null;
  failure: RequestFailure | null;
}

/** Where examples say that they go as long as there is no address. */
const someAddress = "https://example.com/";

/** Asks the registry for an example of what a webhook sends, each time that it changes. */
export function useBodyExample(place: WebhookPlace, draft: WebhookDraft): BodyExample {
  const { connection } = useResources();
  const [shown, setShown] = useState<Shown>({ event: "", target: 0 });
  const [made, setMade] = useState<Made>({ body: null, contentType: null, failure: null });
  const event = draft.events.find((type) => type === shown.event) ?? draft.events[0] ?? "PUSH_ARTIFACT";
  // The one that was shown may be gone.
  const index = shown.target < draft.targets.length ? shown.target : 0;
  const target = draft.targets[index] ?? newTarget;
  const key = useSettled(JSON.stringify(exampleRequest(event, target)));
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      try {
        const options = { method: "POST", body: JSON.parse(key), signal: stop.signal };
        const answer: WebhookPreview = await (await connection.send(`${API}${place.path}/preview`, options)).json();
        setMade({ body: answer.body, contentType: answer.content_type, failure: null });
      } catch (failure) {
        if (failure instanceof RequestFailure) setMade(({ body, contentType }) => ({ body, contentType, failure }));
      }
    };
    void read();
    return () => stop.abort();
  }, [connection, key, place.path]);
  const isAboutTemplate = target.format === "Custom" && made.failure?.status === 400;
  return {
    ...made,
    event,
    target: index,
    show: (changes) => setShown((now) => ({ ...now, ...changes })),
    templateFailure: isAboutTemplate ? made.failure?.message ?? null : null,
  };
}

/** Credentials aren't in the body, and an address that isn't complete must not be in the way. */
function exampleRequest(event: WebhookEventType, target: TargetDraft): WebhookPreviewReq {
  const { auth_header: _authorization, secret: _secret, ...sent } = sentTarget(target);
  return { event_type: event, target: { ...sent, address: isAddress(sent.address) ? sent.address : someAddress } };
}
