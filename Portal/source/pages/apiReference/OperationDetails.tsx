import { ReactNode } from "react";
import { CodeBlock, CopyButton } from "../../components/Copy.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { useSession } from "../../session/session.ts";
import { Answers } from "./Answers.tsx";
import { ApiDocument, Operation } from "./apiDocument.ts";
import { curlCommand } from "./curlCommand.ts";
import { DescriptionText } from "./DescriptionText.tsx";
import { ParameterTable } from "./ParameterTable.tsx";
import { SchemaTree } from "./SchemaTree.tsx";

/** An operation in full: who may use it, what it takes, what it answers, and a command that sends it. */
export function OperationDetails({ document, operation }: { document: ApiDocument; operation: Operation }) {
  const { apiReference: text } = useText();
  const { info } = useSession();
  const { user } = useSession();
  const origin = info.external_url || location.origin;
  const command = curlCommand(document, operation, origin.replace(/\/$/, ""), user?.username ?? "USER");
  const link = `${location.origin}/api-reference?operation=${operation.operationId}`;
  return (
    <div className="api-details">
      {operation.isLater && <Notice kind="warning">{text.laterHint}</Notice>}
      {operation.description && (
        <p>
          <DescriptionText text={operation.description} />
        </p>
      )}
      <dl className="facts">
        <dt>{text.permission}</dt>
        <dd>
          <code>{operation["x-permission"]}</code>
        </dd>
        <dt>{text.name}</dt>
        <dd className="row">
          <code>{operation.operationId}</code>
          <CopyButton text={link} label={text.copyLink} />
        </dd>
      </dl>
      <Part title={text.command}>
        <CodeBlock text={command} label={text.command} />
      </Part>
      {operation.parameters.length > 0 && (
        <Part title={text.parameters}>
          <ParameterTable {...{ document }} parameters={operation.parameters} />
        </Part>
      )}
      {Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Part key={type} title={`${text.body} · ${type}`}>
          <SchemaTree {...{ document, schema }} />
        </Part>
      ))}
      <Part title={text.answers}>
        <Answers {...{ document, operation }} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack stack-tight">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
