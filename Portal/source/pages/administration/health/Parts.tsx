import type { ComponentHealthStatus } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { useText } from "../../../language/text.ts";

/** The parts of the registry and whether each works. */
export function Parts({ components }: { components: ComponentHealthStatus[] }) {
  const { health: text } = useText();
  const hints: Record<string, string> = text.partHint;
  const partName = usePartName();
  return (
    <section className="card">
      <h2 className="card-title">{text.parts}</h2>
      <ul className="stack stack-tight">
        {components.map(({ name, status }) => (
          <li key={name} className="row row-between">
            <span>
              {partName(name)} {hints[name] && <span className="second-line">· {hints[name]}</span>}
            </span>
            <Badge kind={status === "healthy" ? "success" : "danger"}>
              {status === "healthy" ? text.healthy : text.unhealthy}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Gives a function that names a part of the registry in the page's language. */
export function usePartName(): (name: string) => string {
  const { health } = useText();
  const names: Record<string, string> = health.part;
  return (name) => names[name] ?? name;
}
