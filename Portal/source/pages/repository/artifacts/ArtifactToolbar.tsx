import { CheckField } from "../../../components/Field.tsx";
import { SearchField } from "../../../components/SearchField.tsx";
import { useText } from "../../../language/text.ts";
import { setParameters } from "../../../platform/location.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { useLabels } from "../useLabels.ts";
import { ArtifactFilters } from "./artifactFilters.ts";

/** The types that the registry names, for the filter. */
const types = ["IMAGE", "CHART", "WASM", "CNAB", "CNAI", "SBOM", "UNKNOWN"] as const;

/** The orders that are offered where the table has no head. */
const sorts = ["-push_time", "-pull_time", "-size"] as const;

/** The filters of a repository's artifacts, all of them in the address. */
export function ArtifactToolbar({ filters, setText, sort, place }: {
  filters: ArtifactFilters;
  setText: (text: string) => void;
  sort: string;
  place: RepositoryPlace;
}) {
  const { repository: text } = useText();
  const labels = useLabels(place);
  return (
    <div className="toolbar">
      <SearchField label={text.filterArtifacts} value={filters.text} onChange={setText} />
      <Choice
        name="type"
        label={text.type}
        value={filters.type}
        options={[["", text.anyType], ...types.map((type): [string, string] => [type, text.types[type]])]}
      />
      <Choice
        name="tagged"
        label={text.tagged}
        value={filters.tagged}
        options={[["", text.anyTagged], ["yes", text.onlyTagged], ["no", text.onlyUntagged]]}
      />
      {labels.length > 0 && (
        <Choice
          name="label"
          label={text.label}
          value={filters.label}
          options={[["", text.anyLabel], ...labels.map(({ id, name }): [string, string] => [String(id), name])]}
        />
      )}
      <Choice
        name="sort"
        label={text.order}
        value={sort}
        isNarrow
        options={sorts.map((order): [string, string] => [order, text.orders[order]])}
      />
      <CheckField
        label={text.showAccessories}
        checked={filters.hasAccessories}
        onChange={(event) => setFilter("accessories", event.target.checked ? "yes" : "")}
      />
    </div>
  );
}

function setFilter(name: string, value: string): void {
  setParameters({ [name]: value, page: null }, { replace: true });
}

function Choice({ name, label, value, options, isNarrow = false }: {
  /** The parameter of the address. */
  name: string;
  label: string;
  value: string;
  options: Array<[value: string, label: string]>;
  /** Whether it is for narrow screens only. */
  isNarrow?: boolean;
}) {
  return (
    <select
      className={isNarrow ? "input filter-choice filter-narrow" : "input filter-choice"}
      aria-label={label}
      value={value}
      onChange={(event) => setFilter(name, event.target.value)}
    >
      {options.map(([option, name]) => <option key={option} value={option}>{name}</option>)}
    </select>
  );
}
