import { Badge } from "../../components/Badge.tsx";
import { Column, Table } from "../../components/Table.tsx";
import { useText } from "../../language/text.ts";
import { ApiDocument, Parameter } from "./apiDocument.ts";
import { DescriptionText } from "./DescriptionText.tsx";
import { limitsOf, shownSchema } from "./schemaWords.ts";

/** What an operation takes beside its body. */
export function ParameterTable({ document, parameters }: { document: ApiDocument; parameters: Parameter[] }) {
  const { apiReference: text, common } = useText();
  const columns: Array<Column<Parameter>> = [
    {
      label: common.name,
      kind: "name",
      render: ({ name, required }) => (
        <span className="row">
          <code className="wrap-anywhere">{name}</code>
          {required && <Badge kind="warning">{text.required}</Badge>}
        </span>
      ),
    },
    { label: text.place, kind: "tight", render: (parameter) => <code>{parameter.in}</code> },
    {
      label: common.type,
      render: ({ schema }) => {
        const shown = shownSchema(document, schema);
        return <code className="wrap-anywhere">{[shown.type, ...limitsOf(shown.schema)].join(" · ")}</code>;
      },
    },
    {
      label: common.description,
      render: ({ description = "" }) => (
        <span>
          <DescriptionText text={description} />
        </span>
      ),
    },
  ];
  return (
    <Table
      label={text.parameters}
      rows={parameters}
      columns={columns}
      rowKey={({ name, in: place }) => place + name}
    />
  );
}
