import { useEffect, useRef } from "react";
import { Badge, BadgeKind } from "../../components/Badge.tsx";
import { Icon } from "../../components/Icon.tsx";
import { useText } from "../../language/text.ts";
import { setParameters } from "../../platform/location.ts";
import { ApiDocument, Method, Operation, OperationGroup } from "./apiDocument.ts";
import { DescriptionText, withoutMark } from "./DescriptionText.tsx";
import { OperationDetails } from "./OperationDetails.tsx";

/** The operations of one tag; the one that the address names is open. */
export function GroupSection({ document, group, opened }: {
  document: ApiDocument;
  group: OperationGroup;
  opened: string;
}) {
  const heading = `api-${group.name.replaceAll(" ", "-")}`;
  return (
    <section aria-labelledby={heading}>
      <div className="api-group">
        <h2 id={heading}>{group.name}</h2>
        <p className="soft">
          <DescriptionText text={withoutMark(group.description).text} />
        </p>
      </div>
      <ul className="card card-flush">
        {group.operations.map((operation) => (
          <li key={operation.operationId} className="api-operation">
            <OperationItem {...{ document, operation }} isOpen={operation.operationId === opened} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const methodColours: Record<Method, BadgeKind> = {
  get: "accent",
  head: "accent",
  post: "success",
  put: "warning",
  patch: "warning",
  delete: "danger",
};

function OperationItem({ document, operation, isOpen }: {
  document: ApiDocument;
  operation: Operation;
  isOpen: boolean;
}) {
  const { apiReference: text } = useText();
  const button = useRef<HTMLButtonElement>(null);
  const { operationId, method, path, isLater } = operation;
  const { isExtension, text: summary } = withoutMark(operation.summary);
  useScrollOnce(button, isOpen);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="api-summary"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `api-details-${operationId}` : undefined}
        onClick={() => setParameters({ operation: isOpen ? null : operationId }, { replace: true })}
      >
        <Icon name={isOpen ? "chevron-down" : "chevron-right"} />
        <span className="api-method">
          <Badge kind={methodColours[method]}>{method.toUpperCase()}</Badge>
        </span>
        <code className="api-path">{path}</code>
        <span className="api-words soft">
          <DescriptionText text={summary} />
        </span>
        {isExtension && <Badge>{text.extension}</Badge>}
        {isLater && <Badge kind="warning">{text.later}</Badge>}
      </button>
      {isOpen && (
        <div id={`api-details-${operationId}`}>
          <OperationDetails {...{ document, operation }} />
        </div>
      )}
    </>
  );
}

/** Shows the operation that a link led to. */
function useScrollOnce(button: { current: HTMLElement | null }, isOpen: boolean): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current) button.current?.scrollIntoView({ block: "center" });
    wasOpen.current = false;
  }, [button]);
}
