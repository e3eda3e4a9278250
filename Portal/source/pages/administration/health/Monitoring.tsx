import { Command } from "../../../components/Copy.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { useText } from "../../../language/text.ts";
import { API } from "../../../platform/connection.ts";

/** How programs watch the registry. */
export function Monitoring() {
  const { health: text } = useText();
  return (
    <section className="card health-monitoring">
      <h2 className="card-title">{text.metrics}</h2>
      <div className="stack">
        <p>{text.metricsHint}</p>
        <div>
          <a className="button" href="/metrics" target="_blank" rel="noreferrer">
            <Icon name="external-link" />
            {text.metricsOpen}
          </a>
        </div>
        <p>{text.probe}</p>
        <Command text={`curl -fsS ${location.origin}${API}/health`} label={text.probe} />
      </div>
    </section>
  );
}
