import { useCallback, useEffect, useRef, useState } from "react";
import type { Artifact } from "../../../api/schema.ts";
import { repositoryPath } from "../../../api/paths.ts";
import { NothingMatches } from "../../../components/EmptyState.tsx";
import { NewRows } from "../../../components/NewRows.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useSteadyRows } from "../../../components/useSteadyRows.ts";
import { useText } from "../../../language/text.ts";
import { setParameters, useParameters } from "../../../platform/location.ts";
import { useListing } from "../../../platform/useListing.ts";
import { ArtifactDialog, ArtifactDialogs } from "../actions/ArtifactDialogs.tsx";
import { EmptyRepository } from "../EmptyRepository.tsx";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { ArtifactTable } from "./ArtifactTable.tsx";
import { ArtifactToolbar } from "./ArtifactToolbar.tsx";
import { conditionsOf, isFiltering, readFilters } from "./artifactFilters.ts";
import { SelectionBar } from "./SelectionBar.tsx";

/** Milliseconds between two readings of the list beside those that follow a push: others may label, and pull. */
const poll = 20_000;
/** Tags of an artifact that are fetched with it. */
const tagLimit = 8;

/** The artifacts of a repository, with what belongs to each beside it. */
export function ArtifactsView({ place }: { place: RepositoryPlace }) {
  const { repository: text } = useText();
  const filters = readFilters(useParameters());
  const conditions = conditionsOf(filters);
  const frame = useRef<HTMLElement>(null);
  const [dialog, setDialog] = useState<ArtifactDialog | null>(null);
  const listing = useListing<Artifact>(`${repositoryPath(place.project, place.repository)}/artifacts`, {
    defaultSort: "-push_time",
    conditions,
    parameters: {
      with_tag: true,
      tag_limit: tagLimit,
      with_label: true,
      with_accessory: true,
      with_immutable_status: true,
    },
    poll,
  });
  const { resource, paging, sorting } = listing;
  const { rows, waiting, showAll } = useSteadyRows(listing, digestOf, frame);
  const { selected, select, clear } = useSelection(rows, listing.key);
  if (listing.isEmpty && !isFiltering(filters) && !resource.isPrevious) return <EmptyRepository place={place} />;
  return (
    <section aria-label={text.artifacts} ref={frame}>
      {selected.length > 0
        ? <SelectionBar selected={selected} place={place} onDialog={setDialog} onClear={clear} />
        : <ArtifactToolbar filters={filters} setText={listing.setFilter} sort={sorting.value} place={place} />}
      <NewRows waiting={waiting} onShow={showAll} />
      <ResourceView resource={resource} lines={8}>
        {() =>
          rows.length === 0 ? <NothingMatches onClear={clearFilters} /> : (
            <>
              <ArtifactTable
                {...{ rows, place, sorting, selected, select }}
                isBusy={resource.isPrevious}
                onDialog={setDialog}
              />
              <Pagination {...paging} />
            </>
          )}
      </ResourceView>
      <ArtifactDialogs dialog={dialog} place={place} onClose={() => setDialog(null)} onDeleted={clear} />
    </section>
  );
}

/** Shows all artifacts again. */
function clearFilters(): void {
  setParameters({ filter: null, type: null, tagged: null, label: null, page: null }, { replace: true });
}

function digestOf(artifact: Artifact): string {
  return artifact.digest;
}

/** Which artifacts of a list are chosen; those that vanish from it aren't any longer, and none is in another one. */
function useSelection(rows: Artifact[], key: string | null) {
  const [digests, setDigests] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setDigests(new Set()), [key]);
  const select = useCallback((chosen: Artifact[], isSelected: boolean) =>
    setDigests((before) => {
      const next = new Set(before);
      for (const { digest } of chosen) {
        if (isSelected) next.add(digest);
        else next.delete(digest);
      }
      return next;
    }), []);
  const clear = useCallback(() => setDigests(new Set()), []);
  return { selected: rows.filter((row) => digests.has(row.digest)), select, clear };
}
