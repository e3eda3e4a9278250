import { ToolbarSelect } from "../../components/ToolbarSelect.tsx";
import { useText } from "../../language/text.ts";
import { AuditFilter, readSpan, Span, spans } from "./auditFilter.ts";

/** Chooses a span of time: one back from now, or days from and to. */
export function SpanFields({ filter: { span, from, to }, onChange }: {
  filter: AuditFilter;
  onChange: (part: Partial<AuditFilter>) => void;
}) {
  const { auditLog } = useText();
  return (
    <>
      <ToolbarSelect label={auditLog.span} value={span} onChange={(value) => onChange({ span: readSpan(value) })}>
        {spans.map((value: Span) => <option key={value} value={value}>{auditLog.spans[value]}</option>)}
      </ToolbarSelect>
      {span === "custom" && (
        <>
          <DayField label={auditLog.from} value={from} most={to} onChange={(day) => onChange({ from: day })} />
          <DayField label={auditLog.to} value={to} least={from} onChange={(day) => onChange({ to: day })} />
        </>
      )}
    </>
  );
}

function DayField({ label, value, least, most, onChange }: {
  label: string;
  value: string;
  least?: string;
  most?: string;
  onChange: (day: string) => void;
}) {
  return (
    <label className="row toolbar-day">
      {label}
      <input
        className="input toolbar-control"
        type="date"
        value={value}
        min={least || undefined}
        max={most || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
