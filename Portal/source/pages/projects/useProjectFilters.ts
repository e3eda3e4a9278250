import { setParameters, useParameters } from "../../platform/location.ts";

/** Which projects are listed, beside the filter by name; it is in the page's address. */
export interface ProjectFilters {
  visibility: "" | "public" | "private";
  /** Only those that the user is a member of. */
  isMineOnly: boolean;
  /** Whether there is any. */
  isSet: boolean;
  setVisibility: (visibility: string) => void;
  setMineOnly: (isMineOnly: boolean) => void;
  clear: () => void;
  /** What the list is asked with. */
  query: Record<string, string>;
}

/** Reads the filters of the list of projects from the page's address. */
export function useProjectFilters(): ProjectFilters {
  const parameters = useParameters();
  const wanted = parameters.get("visibility");
  const visibility = wanted === "public" || wanted === "private" ? wanted : "";
  const isMineOnly = parameters.get("whose") === "mine";
  const set = (values: Record<string, string | null>) => setParameters({ ...values, page: null }, { replace: true });
  return {
    visibility,
    isMineOnly,
    isSet: visibility !== "" || isMineOnly,
    setVisibility: (value) => set({ visibility: value }),
    setMineOnly: (value) => set({ whose: value ? "mine" : null }),
    clear: () => set({ visibility: null, whose: null }),
    query: {
      public: visibility && String(visibility === "public"),
      member: isMineOnly ? "true" : "",
    },
  };
}
