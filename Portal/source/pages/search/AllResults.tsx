import { EmptyState } from "../../components/EmptyState.tsx";
import { Link } from "../../components/Link.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useText } from "../../language/text.ts";
import { Finding, FoundKind, foundKinds, kindAddress } from "./findings.ts";
import { ResultList } from "./ResultList.tsx";
import { useFindings } from "./useFindings.ts";

/** Some results of each kind, each with the way to all of that kind. */
export function AllResults({ typed }: { typed: string }) {
  const { search: text } = useText();
  const { found, failure, isCurrent } = useFindings(typed);
  if (failure) return <FailureNotice failure={failure} />;
  if (!isCurrent && found.length === 0) return <Skeleton lines={8} />;
  if (found.length === 0) return <NothingFound typed={typed} />;
  return (
    <div className="stack stack-loose" aria-busy={!isCurrent}>
      <p className="visually-hidden" role="status">{text.found(found.length)}</p>
      {foundKinds.map((kind) => (
        <KindResults
          key={kind}
          {...{ kind, typed }}
          found={found.filter((finding) => finding.kind === kind)}
        />
      ))}
    </div>
  );
}

function KindResults({ kind, typed, found }: { kind: FoundKind; typed: string; found: Finding[] }) {
  const { search: text } = useText();
  if (found.length === 0) return null;
  return (
    <section className="stack stack-tight" aria-label={text.kinds[kind]}>
      <div className="row row-between">
        <h2>{text.kinds[kind]}</h2>
        <Link to={kindAddress(typed, kind)}>{text.showAll(text.kinds[kind])}</Link>
      </div>
      <ResultList label={text.kinds[kind]} found={found} />
    </section>
  );
}

/** Stands for results that there are none of. */
export function NothingFound({ typed }: { typed: string }) {
  const { search: text } = useText();
  return <EmptyState icon="search" title={text.nothing(typed)} hint={text.nothingHint} />;
}
