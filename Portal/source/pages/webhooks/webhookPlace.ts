import { projectPath } from "../../api/paths.ts";
import type { Project } from "../../api/schema.ts";
import { projectAddress } from "../../platform/addresses.ts";

/** Where webhooks belong, and what the user may do with them there. */
export interface WebhookPlace {
  /** Null: to the registry as a whole. */
  project: Project | null;
  /** Says whether the user may `read`, `create`, `update` or `delete` webhooks. */
  may: (action: string) => boolean;
  /** The path in the API below which everything of webhooks is. */
  path: string;
  /** The address of the page that lists them. */
  address: string;
}

/** The place of a project's webhooks. */
export function projectPlace(project: Project, may: (resource: string, action: string) => boolean): WebhookPlace {
  return {
    project,
    may: (action) => may("notification-policy", action),
    path: `${projectPath(project.name)}/webhook`,
    address: projectAddress(project.name, "webhooks"),
  };
}

/** The place of the webhooks that hear of all projects; only administrators see it. */
export const systemPlace: WebhookPlace = {
  project: null,
  may: () => true,
  path: "/system/webhook",
  address: "/administration/webhooks",
};

/** The path of a policy in the API. */
export function policyPath(place: WebhookPlace, id: number): string {
  return `${place.path}/policies/${id}`;
}
