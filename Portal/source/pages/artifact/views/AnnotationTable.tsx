import { CopyButton } from "../../../components/Copy.tsx";
import { Table } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useText } from "../../../language/text.ts";

/** Names with their values; those that the OCI specification defines are told in words. */
export function AnnotationTable({ label, annotations }: { label: string; annotations: Record<string, string> }) {
  const { artifact: text, common } = useText();
  return (
    <Table
      label={label}
      rows={Object.entries(annotations).sort(([a], [b]) => a.localeCompare(b))}
      rowKey={([name]) => name}
      columns={[
        { label: common.name, kind: "name", render: ([name]) => <AnnotationName name={name} /> },
        { label: text.value, render: ([name, value]) => <AnnotationValue name={name} value={value} /> },
        { label: common.copy, kind: "actions", render: ([, value]) => <CopyButton text={value} /> },
      ]}
    />
  );
}

function AnnotationName({ name }: { name: string }) {
  const { artifact } = useText();
  const word = Object.hasOwn(artifact.wellKnown, name) ? artifact.wellKnown[name] : undefined;
  if (!word) return <code className="wrap-anywhere">{name}</code>;
  return (
    <span className="name-with-key">
      {word}
      <code className="soft wrap-anywhere">{name}</code>
    </span>
  );
}

function AnnotationValue({ name, value }: { name: string; value: string }) {
  if (/^https?:\/\/[^\s]+$/i.test(value)) {
    return <a className="wrap-anywhere" href={value} target="_blank" rel="noreferrer noopener">{value}</a>;
  }
  if (name.endsWith(".image.created") && !Number.isNaN(Date.parse(value))) return <Time value={value} />;
  return <span className="wrap-anywhere value-text">{value}</span>;
}
