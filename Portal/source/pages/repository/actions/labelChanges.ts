import type { Artifact } from "../../../api/schema.ts";

/** A label that is put on an artifact, or taken off. */
export interface LabelChange {
  digest: string;
  label: number;
  isAdded: boolean;
}

/** What has to be changed so that each artifact has the labels that are wanted, by their numbers, and not the others. */
export function labelChanges(artifacts: Artifact[], wanted: ReadonlyMap<number, boolean>): LabelChange[] {
  return artifacts.flatMap(({ digest, labels }) =>
    [...wanted]
      .filter(([label, isWanted]) => isWanted !== (labels?.some(({ id }) => id === label) ?? false))
      .map(([label, isAdded]) => ({ digest, label, isAdded }))
  );
}

/** The artifacts as they are after a change of a label, as far as its number goes. */
export function afterLabelChange(artifacts: Artifact[], { digest, label, isAdded }: LabelChange): Artifact[] {
  return artifacts.map((artifact) => {
    if (artifact.digest !== digest) return artifact;
    const others = (artifact.labels ?? []).filter(({ id }) => id !== label);
    return { ...artifact, labels: isAdded ? [...others, { id: label, name: "", scope: "g" }] : others };
  });
}
