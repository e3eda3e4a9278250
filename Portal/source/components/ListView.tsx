import { ReactNode, useRef } from "react";
import { Listing } from "../platform/useListing.ts";
import { useText } from "../language/text.ts";
import { NothingMatches } from "./EmptyState.tsx";
import { NewRows } from "./NewRows.tsx";
import { Pagination } from "./Pagination.tsx";
import { ResourceView } from "./ResourceView.tsx";
import { SearchField } from "./SearchField.tsx";
import { Column, Table } from "./Table.tsx";
import { useSteadyRows } from "./useSteadyRows.ts";

/** A list with its filter, table and pages, whose rows come in no one's way: what most lists of the portal are. */
export function ListView<Element>(
  { label, listing, columns, rowKey, detail, filterLabel, toolbar, actions, empty, isFiltered = false, onClear }: {
    /** What is listed. */
    label: string;
    listing: Listing<Element>;
    columns: Array<Column<Element> | false>;
    rowKey: (element: Element) => string | number;
    /** What is shown below an element that is unfolded; null for the others. */
    detail?: (element: Element) => ReactNode;
    /** What the filter looks in; without it there is no filter. */
    filterLabel?: string;
    /** Further filters, after the first. */
    toolbar?: ReactNode;
    /** What can be done with the list, at the end of its bar. */
    actions?: ReactNode;
    /** Stands for a list without elements. */
    empty: ReactNode;
    /** Whether a further filter is set, so that a list without elements isn't an empty one. */
    isFiltered?: boolean;
    /** Clears the further filters. */
    onClear?: () => void;
  },
) {
  const { resource, paging, sorting, isEmpty } = listing;
  const { common } = useText();
  const frame = useRef<HTMLElement>(null);
  const { rows, waiting, showAll } = useSteadyRows(listing, rowKey, frame);
  const results = listing.filter !== "" || isFiltered ? common.found(listing.total) : "";
  const clear = () => {
    onClear?.();
    listing.setFilter("");
  };
  if (isEmpty && !isFiltered) return <>{empty}</>;
  return (
    <section aria-label={label} ref={frame}>
      {(filterLabel || toolbar || actions) && (
        <div className="toolbar">
          {filterLabel && <SearchField label={filterLabel} value={listing.filter} onChange={listing.setFilter} />}
          {toolbar}
          {actions && <div className="toolbar-end">{actions}</div>}
        </div>
      )}
      <NewRows waiting={waiting} onShow={showAll} />
      <ResourceView resource={resource} lines={6}>
        {() =>
          rows.length === 0 ? <NothingMatches onClear={clear} /> : (
            <>
              <Table {...{ label, columns, rowKey, detail, sorting }} rows={rows} isBusy={resource.isPrevious} />
              <Pagination {...paging} />
            </>
          )}
      </ResourceView>
      <p className="visually-hidden" role="status">{resource.isLoading ? common.loading : results}</p>
    </section>
  );
}
