import type { ConfigurationsResponse } from "../../../api/schema.ts";
import { useText } from "../../../language/text.ts";
import { savedValue } from "./changes.ts";
import { shownKeys } from "./sections.ts";

/** An item that says how people sign in: there is one way as yet, which the page's text tells. */
const told = "auth_mode";

/** The items that have no effect as yet, to be read and not changed. */
export function KeptItems({ saved }: { saved: ConfigurationsResponse }) {
  const { configuration: text } = useText();
  const keys = Object.keys(saved).filter((key) => !shownKeys.has(key) && key !== told).sort();
  if (keys.length === 0) return null;
  return (
    <details className="kept-items">
      <summary>{text.kept(keys.length)}</summary>
      <p className="soft">{text.keptHint}</p>
      <dl className="facts">
        {keys.map((key) => <KeptItem key={key} name={key} value={String(savedValue(saved, key) ?? "")} />)}
      </dl>
    </details>
  );
}

function KeptItem({ name, value }: { name: string; value: string }) {
  const { configuration: text } = useText();
  return (
    <>
      <dt className="mono">{name}</dt>
      <dd className="mono">{value || <span className="soft">{text.empty}</span>}</dd>
    </>
  );
}
