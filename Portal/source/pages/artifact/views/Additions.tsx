import { CodeBlock } from "../../../components/Copy.tsx";
import { Markdown } from "../../../components/Markdown.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { Table } from "../../../components/Table.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";
import { filesIn } from "../content/files.ts";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";

/** Something that an artifact has beside its configuration: what reads it, and what shows it. */
interface AdditionKind {
  name: string;
  title: "readme" | "dependencies" | "values" | "files" | "license";
  Content: (properties: { value: unknown; title: string }) => JSX.Element;
}

const kinds: AdditionKind[] = [
  { name: "readme.md", title: "readme", Content: Readme },
  { name: "dependencies", title: "dependencies", Content: Dependencies },
  { name: "values.yaml", title: "values", Content: PlainText },
  { name: "files", title: "files", Content: Files },
  { name: "license", title: "license", Content: PlainText },
];

/** What a chart or a model brings along: its readme, its values, its dependencies. */
export function Additions({ shown }: { shown: ShownArtifact }) {
  const links = shown.artifact.addition_links ?? {};
  return (
    <>
      {kinds.filter(({ name }) => name in links).map((kind) => <Addition key={kind.name} shown={shown} kind={kind} />)}
    </>
  );
}

function Addition({ shown, kind: { name, title, Content } }: { shown: ShownArtifact; kind: AdditionKind }) {
  const resource = useResource<unknown>(`${pathOf(shown)}/additions/${name}`);
  const { artifact: text } = useText();
  if (resource.failure?.status === 404) return null;
  return (
    <section className="stack stack-tight">
      <h2>{text[title]}</h2>
      <ResourceView resource={resource}>{(value) => <Content value={value} title={text[title]} />}</ResourceView>
    </section>
  );
}

function PlainText({ value, title }: { value: unknown; title: string }) {
  return <CodeBlock text={String(value)} label={title} />;
}

function Readme({ value }: { value: unknown }) {
  return (
    <div className="card">
      <Markdown text={String(value)} />
    </div>
  );
}

function Files({ value, title }: { value: unknown; title: string }) {
  const { common } = useText();
  const { bytes } = useFormat();
  return (
    <Table
      label={title}
      rows={filesIn(value)}
      rowKey={({ path }) => path}
      columns={[
        { label: common.name, kind: "name", render: ({ path }) => <code className="wrap-anywhere">{path}</code> },
        { label: common.size, kind: "number", render: ({ size }) => bytes(size) },
      ]}
    />
  );
}

/** A chart that another one needs. */
interface Dependency {
  name?: string;
  version?: string;
  repository?: string;
}

function Dependencies({ value, title }: { value: unknown; title: string }) {
  const { artifact: text, common } = useText();
  const rows: Dependency[] = Array.isArray(value) ? value : [];
  if (rows.length === 0) return <p className="soft">{common.none}</p>;
  return (
    <Table
      label={title}
      rows={rows}
      rowKey={({ name, version, repository }) => `${name} ${version} ${repository}`}
      columns={[
        { label: common.name, kind: "name", render: ({ name }) => name },
        { label: text.version, render: ({ version }) => version },
        { label: text.repository, render: ({ repository }) => <span className="wrap-anywhere">{repository}</span> },
      ]}
    />
  );
}
