import { useEffect, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { CodeBlock } from "../../components/Copy.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useText } from "../../language/text.ts";
import { setParameters } from "../../platform/location.ts";
import { useChange } from "../../platform/useChange.ts";
import { Resource, useResource } from "../../platform/useResource.ts";
import { useFollowedLog } from "../jobs/useFollowedLog.ts";
import { addressOf, bodyOf, isUnderWay } from "./delivery.ts";
import { DeliveryStatus } from "./DeliveryStatus.tsx";
import { prettyBody } from "./prettyBody.ts";
import { useSending } from "./useSending.ts";
import { policyPath, WebhookPlace } from "./webhookPlace.ts";
import type { WebhookPolicy, WebhookTask } from "../../api/schema.ts";

/** Milliseconds between two looks at a delivery. */
const pause = 1_500;

/** A delivery to each target: what was sent, what was answered, while it happens; it can be sent again. */
export function DeliveryDialog({ place, policy, id, onClose }: {
  place: WebhookPlace;
  policy: WebhookPolicy;
  id: number;
  onClose: () => void;
}) {
  const { webhooks } = useText();
  const path = `${policyPath(place, policy.id)}/executions/${id}`;
  const tasks = useTasks(`${path}/tasks?page_size=100`);
  const send = useSending(place, policy);
  const replay = useChange(async () => {
    const next = await send(`/executions/${id}/replay`);
    setParameters({ delivery: next, page: null }, { replace: true });
  });
  return (
    <Dialog title={webhooks.delivery(id)} isWide onClose={onClose}>
      <ResourceView resource={tasks}>
        {(list) => list.map((task) => <TaskView key={task.id} path={`${path}/tasks/${task.id}`} task={task} />)}
      </ResourceView>
      <FailureNotice failure={replay.failure} />
      {/* Not before there is something to see, so that it doesn't get the focus. */}
      {tasks.value && place.may("update") && (
        <div className="dialog-actions">
          <Button icon="rotate-ccw" isBusy={replay.isRunning} onClick={() => void replay.run()}>
            {webhooks.replay}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

/** What a delivery sends to each target, kept current until nothing is under way. */
function useTasks(path: string): Resource<WebhookTask[]> {
  const [goesOn, setGoesOn] = useState(true);
  const tasks = useResource<WebhookTask[]>(path, { poll: goesOn ? pause : undefined });
  const { value, failure } = tasks;
  useEffect(
    () => setGoesOn(value ? value.some(({ status }) => isUnderWay(status)) : !failure?.isWithdrawn),
    [value, failure],
  );
  return tasks;
}

function TaskView({ path, task }: { path: string; task: WebhookTask }) {
  const { webhooks } = useText();
  const log = useFollowedLog(`${path}/log`, isUnderWay(task.status));
  const body = bodyOf(task);
  return (
    <section className="stack stack-tight">
      <div className="row">
        <DeliveryStatus status={task.status} />
        <code className="wrap-anywhere">{addressOf(task)}</code>
        {task.run_count > 1 && <span className="soft">{webhooks.attemptNumber(task.run_count)}</span>}
      </div>
      <FailureNotice failure={log.failure} />
      <h3>{webhooks.log}</h3>
      {log.text ? <CodeBlock text={log.text} label={webhooks.log} /> : <p className="soft">{webhooks.emptyLog}</p>}
      {body !== "" && (
        <details>
          <summary>{webhooks.body}</summary>
          <CodeBlock text={prettyBody(body)} label={webhooks.body} />
        </details>
      )}
    </section>
  );
}
