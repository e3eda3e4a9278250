import { isPattern } from "../selection/selection.ts";
import { isLost, limits, takesAuthorization, takesSecret, TargetDraft, WebhookDraft } from "./webhookDraft.ts";

/** Whether everything is there that the registry asks for. */
export function isComplete(draft: WebhookDraft): boolean {
  return draft.name.trim() !== "" && draft.events.length > 0 && isFilter(draft.repositories) && isFilter(draft.tags) &&
    draft.targets.length > 0 && draft.targets.every(isCompleteTarget);
}

/** Whether a filter is none, or a pattern that the registry takes. */
export function isFilter(pattern: string): boolean {
  return pattern.trim() === "" || isPattern({ kind: "doublestar", pattern: pattern.trim(), isExcluding: false });
}

function isCompleteTarget(target: TargetDraft): boolean {
  return isAddress(target.address) && isWithin(target.timeout, limits.timeout) &&
    isWithin(target.attempts, limits.attempts) && (target.format !== "Custom" || target.template.trim() !== "") &&
    !(takesAuthorization(target.kind) && isLost(target.authorization, target)) &&
    !(takesSecret(target.kind) && isLost(target.secret, target));
}

/** Whether a text is an address that requests can be sent to. */
export function isAddress(text: string): boolean {
  try {
    const { protocol, username, hash } = new URL(text.trim());
    return (protocol === "http:" || protocol === "https:") && username === "" && hash === "";
  } catch {
    return false;
  }
}

/** Whether a number is there, whole and between two others. */
export function isWithin(value: number | null, [least, most]: readonly [number, number]): boolean {
  return value !== null && Number.isInteger(value) && value >= least && value <= most;
}

/** The host of an address: what may be shown of one that carries a secret. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
