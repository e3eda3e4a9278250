import { FormEvent, useState } from "react";
import type { ConfigurationsResponse } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { CheckField, TextField } from "../../components/Field.tsx";
import { LeaveDialog } from "../../components/LeaveDialog.tsx";
import { FailureNotice, Notice } from "../../components/Notice.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useLeaveGuard } from "../../platform/useLeaveGuard.ts";
import { useResources } from "../../platform/useResource.ts";

/** Where the audit log is sent, and whether it is kept here too. */
export function ForwardingForm({ saved }: { saved: ConfigurationsResponse }) {
  const { auditForwarding: text, common } = useText();
  const form = useForwarding(saved);
  const { endpoint, isOnly, change } = form;
  const guard = useLeaveGuard(form.isChanged);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void change.run();
  };
  return (
    <section className="card" aria-labelledby="forwarding">
      <h2 className="card-title" id="forwarding">{text.server}</h2>
      <form className="form" onSubmit={submit}>
        <TextField
          label={text.endpoint}
          hint={text.endpointHint}
          className="mono"
          maxLength={300}
          disabled={!form.isEditable}
          value={endpoint}
          onChange={(event) => form.setEndpoint(event.target.value.trim())}
        />
        <CheckField
          label={text.only}
          hint={text.onlyHint}
          checked={isOnly && endpoint !== ""}
          disabled={!form.isEditable || endpoint === ""}
          onChange={(event) => form.setOnly(event.target.checked)}
        />
        {form.stopsKeeping && <Notice kind="warning">{text.onlyWarning}</Notice>}
        <FailureNotice failure={change.failure} />
        <div className="form-actions">
          <Button type="submit" kind="primary" isBusy={change.isRunning} disabled={!form.isChanged}>
            {common.save}
          </Button>
          {form.isChanged && <Button onClick={form.discard}>{text.discard}</Button>}
        </div>
      </form>
      <LeaveDialog guard={guard} />
    </section>
  );
}

/** What was typed, until it is saved; null stands for what the registry has. */
function useForwarding(saved: ConfigurationsResponse) {
  const { common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const before = {
    endpoint: String(saved.audit_log_forward_endpoint?.value ?? ""),
    isOnly: saved.skip_audit_log_database?.value === true,
  };
  const endpoint = typed ?? before.endpoint;
  // Without a server there is nothing that could take the place of the log.
  const isOnly = endpoint !== "" && (chosen ?? before.isOnly);
  const discard = () => {
    setTyped(null);
    setChosen(null);
  };
  const change = useChange(async () => {
    const body = {
      ...(endpoint !== before.endpoint && { audit_log_forward_endpoint: endpoint }),
      ...(isOnly !== before.isOnly && { skip_audit_log_database: isOnly }),
    };
    await cache.change("/configurations", { method: "PUT", body });
    await cache.readChanged("/configurations");
    // What was typed meanwhile stays.
    setTyped((now) => now === typed ? null : now);
    setChosen((now) => now === chosen ? null : now);
    show(common.saved);
  });
  return {
    endpoint,
    isOnly,
    setEndpoint: setTyped,
    setOnly: setChosen,
    isChanged: endpoint !== before.endpoint || isOnly !== before.isOnly,
    stopsKeeping: isOnly && !before.isOnly,
    isEditable: saved.audit_log_forward_endpoint?.editable !== false,
    discard,
    change,
  };
}
