import type { TargetKind } from "./webhookDraft.ts";

const repository = "{{event_data.repository.repo_full_name}}";
const sentence = `{{type}}: ${repository}{{#event_data.resources}} {{tag}}{{/event_data.resources}}`;

/** The bodies that a template of one's own begins with: the simplest message that each kind of receiver takes. */
export const firstTemplates: Record<TargetKind, string> = {
  http: `{
  "event": "{{type}}",
  "by": "{{operator}}",
  "repository": "${repository}",
  "tags": [{{#event_data.resources}}"{{tag}}"{{^-last}}, {{/-last}}{{/event_data.resources}}]
}`,
  slack: `{ "text": "${sentence}" }`,
  dingtalk: `{ "msgtype": "text", "text": { "content": "${sentence}" } }`,
  wecom: `{ "msgtype": "text", "text": { "content": "${sentence}" } }`,
  feishu: `{ "msg_type": "text", "content": { "text": "${sentence}" } }`,
};

/** The names that templates know. */
export const templateNames = [
  "type",
  "occurred_at",
  "operator",
  "project.name",
  "event_data.repository.repo_full_name",
  "event_data.resources",
  "tag",
  "digest",
  "resource_url",
  "registry_url",
  "delivery_id",
];
