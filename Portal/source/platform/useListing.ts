import { useCallback, useEffect } from "react";
import { containing, withQuery } from "../api/paths.ts";
import { setParameters, useParameters } from "./location.ts";
import { Resource, useResource } from "./useResource.ts";

/** What a list is asked with; filter, order and page are in the address of the page. */
export interface ListingOptions {
  /** The key that the filter looks in, such as `name`; empty: the list has no filter. */
  filterKey?: string;
  /** The order without a choice, such as `-update_time`. */
  defaultSort?: string;
  /** Elements on a page, at most 100. */
  size?: number;
  /** Further conditions of `q`. */
  conditions?: Array<string | null>;
  /** Further parameters of the request. */
  parameters?: Record<string, string | number | boolean>;
  /** Milliseconds after which the list is read again. */
  poll?: number;
  /** Put before the names of the address's parameters, where a page has several lists. */
  prefix?: string;
}

/** A page of a list, and what changes which page it is. */
export interface Listing<Element> {
  resource: Resource<Element[]>;
  elements: Element[];
  total: number;
  filter: string;
  /** Everything that it is filtered by, as the API has it. */
  q: string;
  setFilter: (text: string) => void;
  sorting: { value: string; onChange: (sort: string) => void };
  paging: { page: number; size: number; total: number; onChange: (page: number) => void };
  /** Which list it is: of one path, filter, order and page; null while the one before stands in for it. */
  key: string | null;
  /** Whether there would be nothing without a filter either. */
  isEmpty: boolean;
}

/** The same at each reading, so that what depends on the elements isn't made anew. */
const nothing: never[] = [];

/** Reads a page of a list at a path of the management API, as the address of the page says. */
export function useListing<Element>(path: string | null, options: ListingOptions = {}): Listing<Element> {
  const { filterKey = "", defaultSort = "", size = 25, conditions = [], prefix = "" } = options;
  const parameters = useParameters();
  const filter = parameters.get(`${prefix}filter`) ?? "";
  const sort = parameters.get(`${prefix}sort`) ?? defaultSort;
  const page = Math.max(1, Math.floor(Number(parameters.get(`${prefix}page`))) || 1);
  const q = [filterKey && containing(filterKey, filter), ...conditions].filter(Boolean).join(",");
  const query = { ...options.parameters, q, sort, page, page_size: size };
  const key = path && withQuery(path, query);
  const resource = useResource<Element[]>(key, { poll: options.poll, keepPrevious: true });
  const total = resource.total ?? resource.value?.length ?? 0;
  const set = useSetters(prefix, defaultSort);
  const last = Math.max(1, Math.ceil(total / size));
  const isBeyondLast = page > last && !resource.isPrevious && resource.value?.length === 0;
  // The last element of the last page is gone, or a filter has left fewer pages.
  useEffect(() => {
    if (isBeyondLast) setParameters({ [`${prefix}page`]: last > 1 ? String(last) : null }, { replace: true });
  }, [isBeyondLast, last, prefix]);
  return {
    resource,
    elements: resource.value ?? nothing,
    total,
    key: resource.isPrevious ? null : key,
    filter,
    q,
    setFilter: set.filter,
    sorting: { value: sort, onChange: set.sort },
    paging: { page, size, total, onChange: set.page },
    isEmpty: resource.value !== undefined && total === 0 && filter === "" && page === 1,
  };
}

function useSetters(prefix: string, defaultSort: string) {
  const filter = useCallback(
    (text: string) => setParameters({ [`${prefix}filter`]: text, [`${prefix}page`]: null }, { replace: true }),
    [prefix],
  );
  const sort = useCallback(
    (key: string) =>
      setParameters({ [`${prefix}sort`]: key === defaultSort ? null : key, [`${prefix}page`]: null }, {
        replace: true,
      }),
    [prefix, defaultSort],
  );
  const page = useCallback(
    (number: number) => {
      setParameters({ [`${prefix}page`]: number > 1 ? String(number) : null });
      scrollTo({ top: 0 });
    },
    [prefix],
  );
  return { filter, sort, page };
}
