import type { JobStatus } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { useText } from "../../language/text.ts";
import { statusColours } from "./system/jobRun.ts";

/** Says how a run is, or how it ended. */
export function StatusBadge({ status }: { status: JobStatus }) {
  const { jobs: text } = useText();
  return <Badge kind={statusColours[status]}>{text.statuses[status]}</Badge>;
}
