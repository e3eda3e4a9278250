import type { RetentionPolicy } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { setParameters } from "../../platform/location.ts";
import { cronOf } from "../jobs/schedule.ts";
import { RetentionDraft } from "./useRetentionDraft.ts";

/** When the policy runs by itself and what it judges, and a button that changes that. */
export function SettingsCard({ saved, draft, canEdit }: {
  saved: RetentionPolicy | null;
  draft: RetentionDraft;
  canEdit: boolean;
}) {
  const { retention, jobs } = useText();
  const { timing, level } = draft.policy;
  const cron = cronOf(timing);
  const next = nextRun(saved, cron);
  return (
    <section className="card" aria-labelledby="retention-settings">
      <div className="card-title">
        <h2 id="retention-settings">{retention.settings}</h2>
        {canEdit && (
          <Button icon="pencil" onClick={() => setParameters({ dialog: "settings" })}>{retention.change}</Button>
        )}
      </div>
      <dl className="facts">
        <dt>{retention.schedule}</dt>
        <dd className="row">
          {cron === "" ? retention.notScheduled : timing.kind === "Custom" ? <code>{cron}</code> : jobs
            .scheduleKinds[timing.kind]}
          {cron !== "" && !timing.catchesUp && <span className="soft">{jobs.leavesOut}</span>}
        </dd>
        {next && <dt>{jobs.nextRun}</dt>}
        {next && (
          <dd>
            <Time value={next} />
          </dd>
        )}
        <dt>{retention.levelField}</dt>
        <dd>{retention.levels[level]}</dd>
      </dl>
    </section>
  );
}

/** When the saved policy runs next; null while the schedule shown is another one. */
function nextRun(saved: RetentionPolicy | null, cron: string): string | null {
  const { cron: savedCron, next_scheduled_time: next } = saved?.trigger.settings ?? {};
  return cron !== "" && savedCron === cron ? next ?? null : null;
}
