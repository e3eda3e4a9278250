import type { Repository } from "../../../api/schema.ts";
import { Link } from "../../../components/Link.tsx";
import { Column } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { repositoryAddress, splitRepositoryName } from "../../../platform/addresses.ts";
import { firstLine } from "./firstLine.ts";

/** Gives the columns of a project's list of repositories. */
export function useRepositoryColumns(project: string): Array<Column<Repository>> {
  const { project: text, common } = useText();
  const { number } = useFormat();
  return [
    {
      label: common.name,
      kind: "name",
      sortKey: "name",
      render: (repository) => <RepositoryName project={project} repository={repository} />,
    },
    {
      label: text.artifacts,
      sortKey: "artifact_count",
      kind: "number",
      render: (repository) => number(repository.artifact_count),
    },
    {
      label: text.pulls,
      kind: "number",
      sortKey: "pull_count",
      render: (repository) => number(repository.pull_count),
    },
    {
      label: text.lastPush,
      kind: "tight",
      sortKey: "update_time",
      render: (repository) => <Time value={repository.update_time} />,
    },
  ];
}

/** A repository's name without the project's, and what it is about. */
function RepositoryName({ project, repository }: { project: string; repository: Repository }) {
  const name = splitRepositoryName(repository.name).repository;
  const about = firstLine(repository.description ?? "");
  return (
    <div className="titled">
      <Link className="wrap-anywhere" to={repositoryAddress(project, name)}>{name}</Link>
      {about && <span className="titled-about">{about}</span>}
    </div>
  );
}
