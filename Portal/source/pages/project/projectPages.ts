import { Text } from "../../language/text.ts";
import { ProjectPage } from "../../platform/addresses.ts";
import { May } from "../../session/usePermissions.ts";

/** A page of a project, as its tab shows it. */
export type ProjectTab = ProjectPage | "repositories";

/** All pages of a project in the order of their tabs, and who may see each. */
const visibility: Array<[ProjectTab, (may: May) => boolean]> = [
  ["repositories", () => true],
  ["members", (may) => may("member", "list")],
  ["labels", (may) => may("label", "list")],
  ["robots", (may) => may("robot", "list")],
  ["policy", (may) => may("immutable-tag", "list")],
  ["retention", (may) => may("tag-retention", "list") || may("tag-retention", "read")],
  ["webhooks", (may) => may("notification-policy", "list")],
  ["trash", (may) => may("artifact", "delete")],
  ["logs", (may) => may("log", "list")],
  ["settings", (may) => may(".", "update") || may(".", "delete")],
];

/** The pages of a project that its visitor may see. */
export function visiblePages(may: May): ProjectTab[] {
  return visibility.filter(([, isVisible]) => isVisible(may)).map(([page]) => page);
}

/** What a page of a project is called. */
export function pageName(page: ProjectTab, { project }: Text): string {
  return project[page];
}
