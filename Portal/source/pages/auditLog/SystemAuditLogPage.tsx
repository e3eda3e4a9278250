import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { AuditTabs } from "./AuditTabs.tsx";
import { AuditLog } from "./AuditLog.tsx";

/** What happened in the whole registry. */
export default function SystemAuditLogPage() {
  const { shell, auditLog } = useText();
  return (
    <>
      <PageHeader title={shell.auditLog} description={auditLog.systemDescription} />
      <AuditTabs />
      <AuditLog project={null} />
    </>
  );
}
