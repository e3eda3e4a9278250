import type { RetentionCandidate } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { DigestText } from "../../components/DigestText.tsx";
import { Link } from "../../components/Link.tsx";
import { Column } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { artifactAddress } from "../../platform/addresses.ts";
import { DecisionMark } from "./DecisionMark.tsx";
import { reasonWords } from "./decisions.ts";

/** Most tags of a candidate that are shown by name. */
const capacity = 3;

/** The columns of what stays and goes in a repository of a project. */
export function useCandidateColumns(project: string, repository: string): Array<Column<RetentionCandidate>> {
  const { retention } = useText();
  return [
    {
      label: retention.tag,
      kind: "name",
      render: (candidate) => <CandidateName {...{ project, repository, candidate }} />,
    },
    {
      label: retention.decision,
      kind: "tight",
      render: ({ decision }) => <DecisionMark decision={decision} />,
    },
    { label: retention.reason, render: (candidate) => reasonWords(candidate, retention) },
    { label: retention.pushed, kind: "tight", render: ({ push_time }) => <Time value={push_time} /> },
    { label: retention.pulled, kind: "tight", render: ({ pull_time }) => <Time value={pull_time} /> },
  ];
}

function CandidateName({ project, repository, candidate }: {
  project: string;
  repository: string;
  candidate: RetentionCandidate;
}) {
  const { retention } = useText();
  const { tags, tag_count: count, digest } = candidate;
  const address = artifactAddress(project, repository, digest);
  const hidden = count - Math.min(tags.length, capacity);
  return (
    <span className="row">
      {tags.slice(0, capacity).map((tag) => <Link key={tag} className="mono wrap-anywhere" to={address}>{tag}</Link>)}
      {hidden > 0 && <Badge>{`+${hidden}`}</Badge>}
      {count === 0 && <span className="soft">{retention.noTag}</span>}
      <DigestText digest={digest} to={count === 0 ? address : undefined} length={8} />
    </span>
  );
}
