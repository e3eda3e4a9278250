import type { Text } from "../../../language/text.ts";

/** The key of an item that has an effect today. */
export type ItemKey = keyof Text["configuration"]["items"];

/** How an item is shown and changed. */
export type ItemKind =
  | { kind: "flag" | "size" | "banner" | "auditEvents" | "creators" }
  /** A flag that switches something off: it is shown as what it switches off. */
  | { kind: "invertedFlag" }
  /** `canBeEndless`: -1 stands for no end. */
  | { kind: "duration"; minimum: number; maximum: number; unit: "minutes" | "hours" | "days"; canBeEndless?: boolean }
  | { kind: "text"; maximumLength: number; isRequired?: boolean };

/** An item of the configuration page. */
export type Item = ItemKind & { key: ItemKey };

/** Items that belong together. */
export interface Section {
  name: keyof Text["configuration"]["sections"];
  items: Item[];
}

/** What the page shows, from the top to the bottom. */
export const sections: Section[] = [
  {
    name: "access",
    items: [
      { key: "self_registration", kind: "flag" },
      { key: "session_timeout", kind: "duration", minimum: 1, maximum: 43_200, unit: "minutes" },
      { key: "project_creation_restriction", kind: "creators" },
    ],
  },
  {
    name: "operation",
    items: [{ key: "read_only", kind: "flag" }, { key: "banner_message", kind: "banner" }],
  },
  {
    name: "storage",
    items: [
      { key: "quota_per_project_enable", kind: "flag" },
      { key: "storage_per_project", kind: "size" },
      { key: "undelete_window_hours", kind: "duration", minimum: 0, maximum: 8_760, unit: "hours" },
    ],
  },
  {
    name: "machines",
    items: [
      { key: "robot_name_prefix", kind: "text", maximumLength: 64, isRequired: true },
      {
        key: "robot_token_duration",
        kind: "duration",
        minimum: 1,
        maximum: 36_500,
        unit: "days",
        canBeEndless: true,
      },
      { key: "token_expiration", kind: "duration", minimum: 1, maximum: 10_080, unit: "minutes" },
    ],
  },
  {
    name: "audit",
    items: [
      { key: "pull_audit_log_disable", kind: "invertedFlag" },
      { key: "disabled_audit_log_event_types", kind: "auditEvents" },
      { key: "audit_log_forward_endpoint", kind: "text", maximumLength: 300 },
      { key: "skip_audit_log_database", kind: "flag" },
    ],
  },
  {
    name: "pulls",
    items: [
      { key: "pull_time_update_disable", kind: "invertedFlag" },
      { key: "pull_count_update_disable", kind: "invertedFlag" },
    ],
  },
];

/** The keys of all items of the page. */
export const shownKeys: ReadonlySet<string> = new Set(
  sections.flatMap((section) => section.items.map(({ key }) => key)),
);
