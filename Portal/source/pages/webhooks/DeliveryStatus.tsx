import type { JobStatus } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { useText } from "../../language/text.ts";
import { statusColours } from "../jobs/system/jobRun.ts";

/** How far a delivery is. */
export function DeliveryStatus({ status }: { status: JobStatus }) {
  const { webhooks } = useText();
  return <Badge kind={statusColours[status]}>{webhooks.statuses[status]}</Badge>;
}
