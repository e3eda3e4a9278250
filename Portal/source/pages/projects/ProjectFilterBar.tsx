import { Segments } from "../../components/Segments.tsx";
import { useText } from "../../language/text.ts";
import { useSession } from "../../session/session.ts";
import { ProjectFilters } from "./useProjectFilters.ts";

/** Narrows the list of projects to one's own, and to public or private ones. */
export function ProjectFilterBar({ filters }: { filters: ProjectFilters }) {
  const { projects, common } = useText();
  const { user } = useSession();
  if (!user) return null;
  return (
    <>
      <Segments
        label={projects.whose}
        value={filters.isMineOnly ? "mine" : "all"}
        choices={[{ value: "all", label: projects.everybodys }, { value: "mine", label: projects.mine }]}
        onChange={(value) => filters.setMineOnly(value === "mine")}
      />
      <Segments
        label={projects.visibility}
        value={filters.visibility}
        choices={[
          { value: "", label: common.all },
          { value: "public", label: common.public },
          { value: "private", label: common.private },
        ]}
        onChange={filters.setVisibility}
      />
    </>
  );
}
