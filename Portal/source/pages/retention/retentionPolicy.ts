import type { Project, RetentionPolicy, RetentionPolicyReq } from "../../api/schema.ts";
import { cronOf, Timing, timingOfCron } from "../jobs/schedule.ts";
import { everything } from "../selection/selection.ts";
import { Level, newRule, RetentionRule } from "./retentionRule.ts";
import { ruleOf, sentRule } from "./ruleCoding.ts";

/** What a project keeps, and when the rest is removed, as the page edits it. */
export interface PolicyDraft {
  level: Level;
  rules: RetentionRule[];
  timing: Timing;
}

/** The most rules that a policy has. */
export const mostRules = 15;

/** Rules to start with. */
export const starts = {
  newestAndYoung: [
    {
      ...newRule,
      conditions: [{ template: "latestPushedK", number: 10 }, { template: "nDaysSinceLastPush", number: 30 }],
    },
  ],
  inUse: [
    {
      ...newRule,
      conditions: [{ template: "nDaysSinceLastPull", number: 90 }, { template: "nDaysSinceLastPush", number: 30 }],
    },
  ],
  releases: [
    {
      ...newRule,
      conditions: [{ template: "always", number: null }],
      tags: [{ ...everything, pattern: "v*" }],
      includesUntagged: false,
    },
    { ...newRule, conditions: [{ template: "latestPushedK", number: 5 }] },
  ],
} satisfies Record<string, RetentionRule[]>;

/** Reads a policy; null is none yet. */
export function draftOf(policy: RetentionPolicy | null): PolicyDraft {
  return {
    level: policy?.level ?? "artifact",
    rules: (policy?.rules ?? []).map(ruleOf),
    timing: timingOfCron(policy?.trigger.settings?.cron ?? "", policy?.trigger.settings?.catch_up),
  };
}

/** Writes a policy as the API wants it. */
export function requestOf({ level, rules, timing }: PolicyDraft, projectID: number): RetentionPolicyReq {
  const cron = cronOf(timing);
  return {
    algorithm: "or",
    level,
    rules: rules.map((rule, index) => sentRule(rule, index + 1)),
    trigger: { kind: "Schedule", settings: cron ? { cron, catch_up: timing.catchesUp } : { cron } },
    scope: { level: "project", ref: projectID },
  };
}

/** Whether two drafts say the same. */
export function isSame(one: PolicyDraft, other: PolicyDraft): boolean {
  return JSON.stringify(requestOf(one, 0)) === JSON.stringify(requestOf(other, 0));
}

/** The number of a project's policy; null if it has none. */
export function policyID(project: Project): number | null {
  const metadata: Record<string, unknown> = { ...project.metadata };
  return Number(metadata.retention_id) || null;
}
