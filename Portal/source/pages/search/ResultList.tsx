import { Badge } from "../../components/Badge.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Link } from "../../components/Link.tsx";
import { useText } from "../../language/text.ts";
import { Finding, findingIcons } from "./findings.ts";

/** What was found, as links. */
export function ResultList({ label, found }: { label: string; found: Finding[] }) {
  const { common } = useText();
  return (
    <ul className="card card-flush" aria-label={label}>
      {found.map((finding) => (
        <li key={finding.address}>
          <Link className="result" to={finding.address}>
            <Icon name={findingIcons[finding.kind]} />
            <span className={finding.kind === "digest" ? "result-label mono" : "result-label"}>{finding.label}</span>
            {finding.hint && <span className="result-where">{finding.hint}</span>}
            {finding.kind === "project" && finding.isPublic && <Badge>{common.public}</Badge>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
