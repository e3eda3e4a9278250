import { containing, exactly } from "../../../api/paths.ts";

/** What a repository's artifacts are filtered by, as the address says. */
export interface ArtifactFilters {
  /** Part of a tag, or the beginning of a digest. */
  text: string;
  /** A `type` of the management API, or empty. */
  type: string;
  tagged: "" | "yes" | "no";
  /** The number of a label, or empty. */
  label: string;
  /** Whether signatures and the like, and parts of indexes, are listed too. */
  hasAccessories: boolean;
}

/** Reads the filters from the parameters of the page's address. */
export function readFilters(parameters: URLSearchParams): ArtifactFilters {
  const tagged = parameters.get("tagged");
  return {
    text: parameters.get("filter") ?? "",
    type: parameters.get("type") ?? "",
    tagged: tagged === "yes" || tagged === "no" ? tagged : "",
    label: /^\d+$/.exec(parameters.get("label") ?? "")?.[0] ?? "",
    hasAccessories: parameters.get("accessories") === "yes",
  };
}

/** The conditions of `q` that list what the filters let through. */
export function conditionsOf(filters: ArtifactFilters): string[] {
  const { text, type, tagged, label, hasAccessories } = filters;
  return [
    text.trim().startsWith("sha256:") ? containing("digest", text) : containing("tags", text),
    type && exactly("type", type),
    // A tag that contains a text says already that there is one.
    tagged && !text && (tagged === "yes" ? "tags=*" : "tags=nil"),
    label && `labels=(${label})`,
    hasAccessories && "base=*",
  ].filter((condition) => typeof condition === "string" && condition !== "") as string[];
}

/** Whether the filters leave anything out. */
export function isFiltering({ text, type, tagged, label }: ArtifactFilters): boolean {
  return Boolean(text || type || tagged || label);
}
