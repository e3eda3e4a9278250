import { useState } from "react";
import { Badge, BadgeKind } from "../../components/Badge.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Answer, ApiDocument, follow, Operation } from "./apiDocument.ts";
import { DescriptionText } from "./DescriptionText.tsx";
import { SchemaTree } from "./SchemaTree.tsx";

/** What an operation answers, by status; the bodies of successes are open. */
export function Answers({ document, operation }: { document: ApiDocument; operation: Operation }) {
  const answers = Object.entries(operation.responses).flatMap(([status, part]) => {
    const answer = follow<Answer>(document, part);
    return answer ? [{ status, answer }] : [];
  });
  return (
    <ul className="api-answers">
      {answers.map(({ status, answer }) => (
        <li key={status}>
          <AnswerItem {...{ document, status, answer }} />
        </li>
      ))}
    </ul>
  );
}

function AnswerItem({ document, status, answer }: { document: ApiDocument; status: string; answer: Answer }) {
  const isSuccess = status.startsWith("2");
  const [isOpen, setOpen] = useState(isSuccess);
  const [body] = Object.values(answer.content ?? {});
  const colour: BadgeKind = isSuccess ? "success" : "normal";
  const words = (
    <>
      <Badge kind={colour}>{status}</Badge>
      <span>
        <DescriptionText text={answer.description ?? ""} />
      </span>
    </>
  );
  if (!body?.schema) return <div className="api-member api-leaf">{words}</div>;
  return (
    <>
      <button type="button" className="api-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? "chevron-down" : "chevron-right"} size={14} />
        {words}
      </button>
      {isOpen && <SchemaTree {...{ document }} schema={body.schema} />}
    </>
  );
}
