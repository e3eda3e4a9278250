import { useRef } from "react";
import type { Repository } from "../../api/schema.ts";
import { Icon } from "../../components/Icon.tsx";
import { Link } from "../../components/Link.tsx";
import { Time } from "../../components/Time.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { projectAddress, repositoryAddress, splitRepositoryName } from "../../platform/addresses.ts";

/** The repositories that were pushed to last; what comes while the page is open stands out for a moment. */
export function RecentPushes({ repositories }: { repositories: Repository[] }) {
  const { home } = useText();
  const shownAtFirst = useRef(new Set(repositories.map(keyOf)));
  return (
    <ul className="card card-flush home-pushes" aria-label={home.pushes}>
      {repositories.map((repository) => (
        <li key={keyOf(repository)} data-new={shownAtFirst.current.has(keyOf(repository)) ? undefined : ""}>
          <Push repository={repository} />
        </li>
      ))}
    </ul>
  );
}

/** A repository as it was after a push. */
function keyOf({ id, update_time }: Repository): string {
  return `${id} ${update_time}`;
}

function Push({ repository: { name, artifact_count, pull_count, update_time } }: { repository: Repository }) {
  const { home } = useText();
  const { number } = useFormat();
  const { project, repository } = splitRepositoryName(name);
  return (
    <div className="home-push">
      <Icon name="package" />
      <span className="home-push-name">
        <Link className="soft" to={projectAddress(project)}>{project}</Link>
        <span className="soft" aria-hidden="true">/</span>
        <Link to={repositoryAddress(project, repository)}>{repository}</Link>
      </span>
      <span className="home-push-facts soft number">
        <span>{home.artifacts(number(artifact_count), artifact_count)}</span>
        <span>{home.pulls(number(pull_count), pull_count)}</span>
      </span>
      <span className="home-push-time soft">
        <Time value={update_time} />
      </span>
    </div>
  );
}
