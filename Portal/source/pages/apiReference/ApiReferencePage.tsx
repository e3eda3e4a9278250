import { useMemo } from "react";
import { NothingMatches } from "../../components/EmptyState.tsx";
import { CheckField } from "../../components/Field.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { useText } from "../../language/text.ts";
import { setParameters, useParameter } from "../../platform/location.ts";
import { useResource } from "../../platform/useResource.ts";
import { ApiDocument, matches, operationGroups } from "./apiDocument.ts";
import { GroupSection } from "./GroupSection.tsx";

const filterBy = (filter: string) => setParameters({ filter }, { replace: true });

/** What programs can ask of the registry: the operations of the management API, from its own description. */
export default function ApiReferencePage() {
  const { apiReference: text, shell } = useText();
  const description = useResource<ApiDocument>("/openapi.json");
  return (
    <>
      <PageHeader
        title={shell.apiReference}
        description={text.intro}
        actions={<a className="button" href="/api/v2.0/openapi.json" download="haven-openapi.json">{text.download}</a>}
      />
      <ResourceView resource={description} lines={10}>
        {(document) => <Operations document={document} />}
      </ResourceView>
    </>
  );
}

function Operations({ document }: { document: ApiDocument }) {
  const { apiReference: text } = useText();
  const [filter] = useParameter("filter");
  const [later, setLater] = useParameter("later");
  const [opened] = useParameter("operation");
  const all = useMemo(() => operationGroups(document), [document]);
  const shown = useMemo(() =>
    all.map((group) => ({
      ...group,
      operations: group.operations.filter((operation) =>
        operation.operationId === opened ||
        ((later !== "" || !operation.isLater) && matches(group, operation, filter))
      ),
    })).filter((group) => group.operations.length > 0), [all, later, filter, opened]);
  const count = shown.reduce((sum, group) => sum + group.operations.length, 0);
  return (
    <>
      <div className="toolbar">
        <SearchField label={text.filter} value={filter} onChange={filterBy} />
        <CheckField
          label={text.showLater}
          checked={later !== ""}
          onChange={(event) => setLater(event.target.checked ? "yes" : "", { replace: true })}
        />
        <span className="toolbar-end soft number" role="status">{text.count(count)}</span>
      </div>
      {count === 0 ? <NothingMatches onClear={() => filterBy("")} /> : (
        <div className="stack stack-loose" lang="en">
          {shown.map((group) => <GroupSection key={group.name} {...{ document, group, opened }} />)}
        </div>
      )}
    </>
  );
}
