import { useState } from "react";
import { projectPath, repositoryPath, withQuery } from "../../api/paths.ts";
import type { Repository, RepositoryTag } from "../../api/schema.ts";
import { SelectField } from "../../components/Field.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { splitRepositoryName } from "../../platform/addresses.ts";
import { useSettled } from "../../platform/useSettled.ts";
import { useResource } from "../../platform/useResource.ts";
import { selected } from "../selection/selection.ts";
import { Rule } from "./rules.ts";

/** Repositories and tags that are looked at: a page of the API. */
const looked = 100;
/** Tags that are shown by name. */
const shown = 24;

/** Shows which of today's tags a rule would keep, in a repository of choice. */
export function RulePreview({ project, rule }: { project: string; rule: Rule }) {
  const { policy } = useText();
  const [chosen, setChosen] = useState("");
  const query = { page_size: looked, sort: "-update_time" };
  const { value: repositories } = useResource<Repository[]>(withQuery(`${projectPath(project)}/repositories`, query));
  // A project without repositories has nothing to show.
  if (!repositories || repositories.length === 0) return null;
  const names = selected(repositories.map(({ name }) => splitRepositoryName(name).repository), rule.repositories);
  const repository = names.includes(chosen) ? chosen : names[0];
  return (
    <section className="card stack stack-tight" aria-label={policy.preview}>
      <h3>{policy.preview}</h3>
      {repository === undefined ? <p className="soft">{policy.noRepository}</p> : (
        <>
          <SelectField
            label={policy.previewRepository}
            value={repository}
            onChange={(event) => setChosen(event.target.value)}
          >
            {names.map((name) => <option key={name}>{name}</option>)}
          </SelectField>
          <KeptTags {...{ project, repository, rule }} />
        </>
      )}
    </section>
  );
}

function KeptTags({ project, repository: chosen, rule }: { project: string; repository: string; rule: Rule }) {
  const { policy } = useText();
  // While a pattern is typed, another repository is the first with each key.
  const repository = useSettled(chosen);
  const query = { sort: "-push_time", page_size: looked };
  const path = withQuery(`${repositoryPath(project, repository)}/tags`, query);
  const { value, total = 0, failure } = useResource<RepositoryTag[]>(path);
  if (!value && failure) return <FailureNotice failure={failure} />;
  if (!value) return <p className="soft" role="status">{policy.reading}</p>;
  const tags = value.map((tag) => tag.name);
  const kept = selected(tags, rule.tags);
  const count = total > looked ? policy.keepsOfNewest : policy.keeps;
  return (
    <div role="status" className="stack stack-tight">
      {kept.length === 0 ? <p>{policy.keepsNone}</p> : <p>{count(kept.length, tags.length)}</p>}
      {kept.length > 0 && (
        <ul className="row kept-tags">
          {kept.slice(0, shown).map((tag) => (
            <li key={tag}>
              <code className="rule-pattern">{tag}</code>
            </li>
          ))}
          {kept.length > shown && <li className="soft">{policy.andMore(kept.length - shown)}</li>}
        </ul>
      )}
    </div>
  );
}
