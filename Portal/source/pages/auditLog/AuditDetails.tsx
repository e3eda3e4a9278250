import type { AuditLogExt } from "../../api/schema.ts";
import { CopyButton } from "../../components/Copy.tsx";
import { useText } from "../../language/text.ts";

/** Everything that the registry has kept of an event, in its own words. */
export function AuditDetails({ entry }: { entry: AuditLogExt }) {
  const { auditLog } = useText();
  return (
    <dl className="facts audit-details">
      <dt>{auditLog.number}</dt>
      <dd className="number">{entry.id}</dd>
      <dt>{auditLog.utc}</dt>
      <dd className="mono">{entry.op_time}</dd>
      <dt>{auditLog.user}</dt>
      <dd>{entry.username}</dd>
      <dt>{auditLog.operation}</dt>
      <dd className="mono">{entry.operation}</dd>
      <dt>{auditLog.type}</dt>
      <dd className="mono">{entry.resource_type}</dd>
      <dt>{auditLog.resource}</dt>
      <dd className="row">
        <span className="mono wrap-anywhere">{entry.resource}</span>
        {entry.resource && <CopyButton text={entry.resource} label={auditLog.copyResource} />}
      </dd>
      <dt>{auditLog.description}</dt>
      <dd>{entry.operation_description}</dd>
      <dt>{auditLog.result}</dt>
      <dd>{entry.operation_result ? auditLog.done : auditLog.failedHint}</dd>
    </dl>
  );
}
