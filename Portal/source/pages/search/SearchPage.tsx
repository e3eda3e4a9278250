import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader, Tabs } from "../../components/Page.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { useText } from "../../language/text.ts";
import { searchAddress } from "../../platform/addresses.ts";
import { setParameters, useParameter } from "../../platform/location.ts";
import { FoundKind, foundKinds, kindAddress } from "./findings.ts";
import { AllResults } from "./AllResults.tsx";
import { ResultPages } from "./ResultPages.tsx";
import { readTypedText } from "./typedText.ts";

const changeText = (text: string) => setParameters({ q: text, page: null }, { replace: true });

/** Everything that is found by a text: some of each kind, or all of one. */
export default function SearchPage() {
  const { search: text } = useText();
  const [typed] = useParameter("q");
  const [chosen] = useParameter("kind");
  const kind = foundKinds.find((kind) => kind === chosen);
  return (
    <>
      <PageHeader title={text.title} document={typed ? `${typed} · ${text.title}` : text.title} />
      <div className="search-page-field">
        <SearchField label={text.fieldLabel} value={typed} onChange={changeText} />
      </div>
      {typed === ""
        ? <EmptyState icon="search" title={text.start} hint={text.startHint} />
        : <Results typed={typed} kind={kind} />}
    </>
  );
}

function Results({ typed, kind }: { typed: string; kind: FoundKind | undefined }) {
  const { search: text } = useText();
  const address = searchAddress(typed);
  const tabs = foundKinds.map((kind) => ({ label: text.kinds[kind], to: kindAddress(typed, kind) }));
  return (
    <>
      <Tabs
        label={text.kindTabs}
        tabs={[{ label: text.all, to: address }, ...tabs]}
        current={kind ? kindAddress(typed, kind) : address}
      />
      {kind ? <ResultPages key={kind} kind={kind} text={textFor(kind, typed)} /> : <AllResults typed={typed} />}
    </>
  );
}

/** The part of what was typed that is looked for among one kind. */
function textFor(kind: FoundKind, typed: string): string {
  const { words, reference, digest } = readTypedText(typed);
  if (kind === "tag") return reference?.tag ?? words;
  return kind === "digest" ? digest ?? words : words;
}
