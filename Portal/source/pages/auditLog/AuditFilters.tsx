import type { AuditLogEventType } from "../../api/schema.ts";
import { ToolbarSelect } from "../../components/ToolbarSelect.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { operationsOf, readEvents, typesOf } from "./auditEvents.ts";
import { AuditFilter } from "./auditFilter.ts";
import { SpanFields } from "./SpanFields.tsx";
import { UserFilter } from "./UserFilter.tsx";

interface AuditFiltersProperties {
  filter: AuditFilter;
  isOfProject: boolean;
  onChange: (part: Partial<AuditFilter>) => void;
}

/** The filters of the audit log beside its text. */
export function AuditFilters({ filter, isOfProject, onChange }: AuditFiltersProperties) {
  const { auditLog } = useText();
  const { value = [] } = useResource<AuditLogEventType[]>("/auditlog-exts/events");
  const events = readEvents(value, isOfProject);
  return (
    <>
      <UserFilter value={filter.user} onChange={(user) => onChange({ user })} />
      <ToolbarSelect
        label={auditLog.operation}
        value={filter.operation}
        onChange={(operation) => onChange({ operation })}
      >
        <option value="">{auditLog.anyOperation}</option>
        {operationsOf(events, filter).map((word) => (
          <option key={word} value={word}>{auditLog.operations[word] ?? word}</option>
        ))}
      </ToolbarSelect>
      <ToolbarSelect label={auditLog.type} value={filter.type} onChange={(type) => onChange({ type })}>
        <option value="">{auditLog.anyType}</option>
        {typesOf(events, filter).map((word) => <option key={word} value={word}>{auditLog.types[word] ?? word}</option>)}
      </ToolbarSelect>
      <ToolbarSelect
        label={auditLog.result}
        value={filter.result}
        onChange={(value) => onChange({ result: value === "done" || value === "failed" ? value : "" })}
      >
        <option value="">{auditLog.anyResult}</option>
        <option value="done">{auditLog.done}</option>
        <option value="failed">{auditLog.failed}</option>
      </ToolbarSelect>
      <SpanFields filter={filter} onChange={onChange} />
    </>
  );
}
