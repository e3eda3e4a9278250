import { CodeBlock } from "../../../components/Copy.tsx";
import { useText } from "../../../language/text.ts";
import { JSONText } from "./JSONText.tsx";

/** A configuration of a kind that the portal doesn't know, as it is. */
export function RawConfiguration({ attributes }: { attributes: Record<string, unknown> }) {
  const { artifact } = useText();
  const text = JSON.stringify(attributes, null, 2);
  return (
    <section className="stack stack-tight">
      <h2>{artifact.rawConfiguration}</h2>
      <CodeBlock text={text} label={artifact.rawConfiguration}>
        <JSONText text={text} />
      </CodeBlock>
    </section>
  );
}
