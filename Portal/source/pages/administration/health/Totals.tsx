import type { Statistic } from "../../../api/schema.ts";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { Resource } from "../../../platform/useResource.ts";

/** How much there is in the registry. */
export function Totals({ statistic }: { statistic: Resource<Statistic> }) {
  const { health: text } = useText();
  const { number, bytes } = useFormat();
  return (
    <section className="card">
      <h2 className="card-title">{text.totals}</h2>
      <ResourceView resource={statistic}>
        {(totals) => (
          <dl className="facts">
            <dt>{text.projects}</dt>
            <dd>
              <span className="number">{number(totals.total_project_count)}</span>{" "}
              <span className="soft">({text.ofWhichPublic(number(totals.public_project_count))})</span>
            </dd>
            <dt>{text.repositories}</dt>
            <dd>
              <span className="number">{number(totals.total_repo_count)}</span>{" "}
              <span className="soft">({text.ofWhichPublic(number(totals.public_repo_count))})</span>
            </dd>
            <dt>{text.stored}</dt>
            <dd className="number">{bytes(totals.total_storage_consumption)}</dd>
          </dl>
        )}
      </ResourceView>
    </section>
  );
}
