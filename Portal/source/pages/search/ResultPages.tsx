import type { SearchResult } from "../../api/schema.ts";
import { Notice } from "../../components/Notice.tsx";
import { Pagination } from "../../components/Pagination.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useText } from "../../language/text.ts";
import { setParameters, useParameter } from "../../platform/location.ts";
import { useResource } from "../../platform/useResource.ts";
import { findings, FoundKind, searchPath } from "./findings.ts";
import { NothingFound } from "./AllResults.tsx";
import { ResultList } from "./ResultList.tsx";

/** Results on a page. */
const size = 25;
/** Where the registry stops counting. */
const most = 1_000;

/** All results of one kind, in pages. */
export function ResultPages({ kind, text }: { kind: FoundKind; text: string }) {
  const { search: words } = useText();
  const [chosen] = useParameter("page");
  const page = Math.max(1, Math.floor(Number(chosen)) || 1);
  const resource = useResource<SearchResult[]>(searchPath(kind, text, page, size), { keepPrevious: true });
  const total = resource.total ?? 0;
  const change = (next: number) => {
    setParameters({ page: next > 1 ? String(next) : null });
    scrollTo({ top: 0 });
  };
  return (
    <ResourceView resource={resource} lines={8}>
      {(results) =>
        results.length === 0 ? <NothingFound typed={text} /> : (
          <>
            <p className="visually-hidden" role="status">{words.found(total)}</p>
            <ResultList label={words.kinds[kind]} found={findings(kind, results)} />
            <Pagination page={page} size={size} total={total} onChange={change} />
            {total >= most && page * size >= total && <Notice>{words.mostAreShown}</Notice>}
          </>
        )}
    </ResourceView>
  );
}
