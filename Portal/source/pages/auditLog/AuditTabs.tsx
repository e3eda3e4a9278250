import { Tabs } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { usePath } from "../../platform/location.ts";

/** The pages of the registry's audit log: what happened, what goes by itself, and where it is sent. */
export function AuditTabs() {
  const { shell, auditPurge, auditForwarding } = useText();
  return (
    <Tabs
      label={shell.auditLog}
      current={usePath()}
      tabs={[
        { label: shell.auditLog, to: "/administration/audit-log" },
        { label: auditPurge.title, to: "/administration/audit-log/purge" },
        { label: auditForwarding.title, to: "/administration/audit-log/forwarding" },
      ]}
    />
  );
}
