import type { WebhookPolicy, WebhookPolicyReq, WebhookTarget } from "../../api/schema.ts";
import { isLost, newTarget, noSecret, placeOf, SecretDraft, TargetDraft, WebhookDraft } from "./webhookDraft.ts";

/** What stands in answers for a secret that the registry keeps; sent back it stays. */
const mask = "*****";

/** Reads a webhook as the API has it. */
export function draftOf(policy: WebhookPolicy): WebhookDraft {
  return {
    name: policy.name,
    description: policy.description ?? "",
    isOn: policy.enabled,
    events: policy.event_types,
    repositories: policy.repository_filter ?? "",
    tags: policy.tag_filter ?? "",
    targets: policy.targets.map(targetDraft),
  };
}

function targetDraft(target: WebhookTarget): TargetDraft {
  const place = placeOf({ kind: target.type, address: target.address });
  const secret = (shown: string | undefined): SecretDraft =>
    shown ? { keptFor: place, isKept: true, value: "" } : noSecret;
  return {
    kind: target.type,
    address: target.address,
    format: target.payload_format ?? newTarget.format,
    template: target.body_template ?? "",
    contentType: target.content_type ?? newTarget.contentType,
    authorization: secret(target.auth_header),
    secret: secret(target.secret),
    skipsCertificateCheck: target.skip_cert_verify === true,
    timeout: target.timeout_seconds ?? newTarget.timeout,
    attempts: target.attempts ?? newTarget.attempts,
  };
}

/** Writes a webhook as the API wants it. */
export function requestOf(draft: WebhookDraft): Required<WebhookPolicyReq> {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    enabled: draft.isOn,
    event_types: draft.events,
    repository_filter: draft.repositories.trim(),
    tag_filter: draft.tags.trim(),
    targets: draft.targets.map(sentTarget),
  };
}

/** What of a request differs from another: the registry keeps what a change doesn't mention. */
export function changedMembers(before: WebhookPolicyReq, after: WebhookPolicyReq): WebhookPolicyReq {
  const known: Record<string, unknown> = { ...before };
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name])),
  );
}

/** Writes a receiver as the API wants it. */
export function sentTarget(target: TargetDraft): WebhookTarget {
  return {
    type: target.kind,
    address: target.address.trim(),
    payload_format: target.format,
    auth_header: sentSecret(target.authorization, target),
    secret: sentSecret(target.secret, target),
    skip_cert_verify: target.skipsCertificateCheck,
    timeout_seconds: target.timeout ?? newTarget.timeout ?? 0,
    attempts: target.attempts ?? newTarget.attempts ?? 0,
    ...(target.format === "Custom" && { body_template: target.template, content_type: target.contentType.trim() }),
  };
}

function sentSecret(secret: SecretDraft, target: TargetDraft): string {
  if (isLost(secret, target)) return "";
  return secret.isKept ? mask : secret.value;
}
