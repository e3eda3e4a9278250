import type { AuditLogExt } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { Link } from "../../components/Link.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { eventWords, repetitions } from "./auditWords.ts";
import { resourceLink } from "./resourceLink.ts";

/** When it happened; how long ago that is, is the tooltip. */
export function TimeCell({ time }: { time: string }) {
  const { moment, ago } = useFormat();
  return <time className="number" dateTime={time} title={ago(time)}>{moment(time)}</time>;
}

/** Who did it; pressing the name leaves only what that user did. */
export function UserCell({ name, onChoose }: { name: string; onChoose: (name: string) => void }) {
  const { auditLog } = useText();
  return (
    <Button
      kind="link"
      className="audit-user"
      title={auditLog.onlyUser(name)}
      onClick={() => onChoose(name)}
    >
      {name}
    </Button>
  );
}

/** What was done, how often, and whether it failed. */
export function EventCell({ entry }: { entry: AuditLogExt }) {
  const { auditLog } = useText();
  const count = repetitions(entry);
  return (
    <span className="row audit-event">
      {eventWords(entry, auditLog)}
      {count > 1 && <span className="soft">{auditLog.times(count)}</span>}
      {entry.operation_result
        ? <span className="visually-hidden">{auditLog.done}</span>
        : <Badge kind="danger">{auditLog.failed}</Badge>}
    </span>
  );
}

/** What it was done to, with a link to its page; the project whose log it is goes without saying. */
export function ResourceCell({ entry, project }: { entry: AuditLogExt; project: string | null }) {
  const link = resourceLink(entry, project);
  const isInside = project !== null && entry.resource.startsWith(`${project}/`);
  const name = isInside ? entry.resource.slice(project.length + 1) : entry.resource;
  if (!link) return <span className="wrap-anywhere">{name}</span>;
  return <Link className="wrap-anywhere" to={link}>{name}</Link>;
}
