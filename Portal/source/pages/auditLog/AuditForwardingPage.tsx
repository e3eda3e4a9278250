import type { ConfigurationsResponse } from "../../api/schema.ts";
import { PageHeader } from "../../components/Page.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { AuditTabs } from "./AuditTabs.tsx";
import { ForwardingForm } from "./ForwardingForm.tsx";

/** Sends the audit log to a syslog server, beside keeping it here or instead. */
export default function AuditForwardingPage() {
  const { auditForwarding: text, shell } = useText();
  const resource = useResource<ConfigurationsResponse>("/configurations");
  return (
    <>
      <PageHeader title={shell.auditLog} document={text.title} description={text.hint} />
      <AuditTabs />
      <div className="settings stack">
        <ResourceView resource={resource} lines={4}>{(saved) => <ForwardingForm saved={saved} />}</ResourceView>
        <section className="card stack stack-tight" aria-labelledby="forwarding-explained">
          <h2 id="forwarding-explained">{text.explained}</h2>
          <ul className="bullets">
            {text.explanations.map((each) => <li key={each}>{each}</li>)}
          </ul>
          <h3>{text.example}</h3>
          <pre className="run-log" tabIndex={0} aria-label={text.example}>{exampleLine}</pre>
        </section>
      </div>
    </>
  );
}

/** A record as it is sent. */
const exampleLine = "<110>1 2026-11-21T09:30:00.000000Z registry.example.com haven 1 delete_tag " +
  '[audit@32473 id="4711" operator="alice" operation="delete" resourceType="tag" success="true" resource="shop/web:v1"] ' +
  "delete tag: shop/web:v1";
