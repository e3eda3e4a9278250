import type { DeletionPreview } from "../../../api/schema.ts";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";

/** Counts what goes with a project; what there is none of is left out. */
export function DeletionCounts({ preview }: { preview: DeletionPreview }) {
  const { projectSettings } = useText();
  const { number, bytes } = useFormat();
  const counts: Array<[string, number]> = [
    [projectSettings.counts.repositories, preview.repository_count],
    [projectSettings.counts.artifacts, preview.artifact_count],
    [projectSettings.counts.tags, preview.tag_count],
    [projectSettings.counts.trash, preview.trash_count],
    [projectSettings.counts.members, preview.member_count],
    [projectSettings.counts.robots, preview.robot_count],
    [projectSettings.counts.labels, preview.label_count],
  ];
  return (
    <dl className="facts">
      {counts.filter(([, count]) => count > 0).map(([label, count]) => (
        <Fact key={label} label={label} value={number(count)} />
      ))}
      {preview.bytes > 0 && <Fact label={projectSettings.counts.storage} value={bytes(preview.bytes)} />}
    </dl>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="number">{value}</dd>
    </>
  );
}
