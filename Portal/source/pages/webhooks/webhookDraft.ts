import type { WebhookEventType } from "../../api/schema.ts";

/** The receivers that the registry can talk to, in the words of the API. */
export const targetKinds = ["http", "slack", "dingtalk", "wecom", "feishu"] as const;

/** One of `targetKinds`. */
export type TargetKind = typeof targetKinds[number];

/** How the body is made, in the words of the API. */
export const payloadFormats = ["Default", "CloudEvents", "Custom"] as const;

/** One of `payloadFormats`. */
export type PayloadFormat = typeof payloadFormats[number];

/** Something that the registry keeps and never shows again. */
export interface SecretDraft {
  /** What it was given for, a kind and an address; null if the registry has none. */
  keptFor: string | null;
  /** Whether what the registry has stays. */
  isKept: boolean;
  /** The new one; empty for none. */
  value: string;
}

/** A receiver, as the form edits it. */
export interface TargetDraft {
  kind: TargetKind;
  address: string;
  format: PayloadFormat;
  template: string;
  contentType: string;
  authorization: SecretDraft;
  secret: SecretDraft;
  skipsCertificateCheck: boolean;
  /** Seconds; null while the field is empty. */
  timeout: number | null;
  /** How often a delivery is tried; null while the field is empty. */
  attempts: number | null;
}

/** A webhook, as the form edits it. */
export interface WebhookDraft {
  name: string;
  description: string;
  isOn: boolean;
  events: WebhookEventType[];
  /** A pattern of repositories; empty for all. */
  repositories: string;
  /** A pattern of tags; empty for all. */
  tags: string;
  targets: TargetDraft[];
}

/** No secret at all. */
export const noSecret: SecretDraft = { keptFor: null, isKept: false, value: "" };

/** A new receiver. */
export const newTarget: TargetDraft = {
  kind: "http",
  address: "",
  format: "Default",
  template: "",
  contentType: "application/json",
  authorization: noSecret,
  secret: noSecret,
  skipsCertificateCheck: false,
  timeout: 10,
  attempts: 4,
};

/** A new webhook. */
export const newWebhook: WebhookDraft = {
  name: "",
  description: "",
  isOn: true,
  events: ["PUSH_ARTIFACT"],
  repositories: "",
  tags: "",
  targets: [newTarget],
};

/** The most receivers of a webhook. */
export const mostTargets = 20;

/** What the numbers of a receiver may be: the least and the most. */
export const limits = { timeout: [1, 60], attempts: [1, 10] } as const;

/** The formats that a kind of receiver takes. */
export function formatsOf(kind: TargetKind): PayloadFormat[] {
  return kind === "http" ? [...payloadFormats] : ["Default", "Custom"];
}

/** Whether a kind of receiver can check signatures that are made with a secret. */
export function takesSecret(kind: TargetKind): kind is "http" | "dingtalk" | "feishu" {
  return kind === "http" || kind === "dingtalk" || kind === "feishu";
}

/** Whether a kind of receiver is asked for an `Authorization` header. */
export function takesAuthorization(kind: TargetKind): kind is "http" {
  return kind === "http";
}

/** Gives a receiver another kind, with a format that it takes; what was typed where the kind has no field is forgotten. */
export function withKind(target: TargetDraft, kind: TargetKind): TargetDraft {
  const format = formatsOf(kind).includes(target.format) ? target.format : "Default";
  const authorization = takesAuthorization(kind) ? target.authorization : untyped(target.authorization);
  const secret = takesSecret(kind) ? target.secret : untyped(target.secret);
  return { ...target, kind, format, authorization, secret };
}

/** A secret as it was before anything was typed. */
function untyped({ keptFor }: SecretDraft): SecretDraft {
  return { keptFor, isKept: keptFor !== null, value: "" };
}

/** Where a secret is kept for. */
export function placeOf(target: { kind: TargetKind; address: string }): string {
  return `${target.kind} ${target.address.trim()}`;
}

/** Whether the registry has a secret that isn't sent to a receiver's new address: it has to be given anew. */
export function isLost(secret: SecretDraft, target: TargetDraft): boolean {
  return secret.isKept && secret.keptFor !== placeOf(target);
}
