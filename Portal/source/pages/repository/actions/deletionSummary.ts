import type { Artifact } from "../../../api/schema.ts";

/** What goes along when artifacts are deleted. */
export interface DeletionSummary {
  /** Tags that are known by name. */
  tags: string[];
  tagCount: number;
  /** Parts of indexes. */
  children: number;
  accessories: number;
  /** Tags that a rule keeps, so that their artifacts can't be deleted. */
  immutable: string[];
}

/** Adds up what goes along when artifacts are deleted. */
export function deletionSummary(artifacts: Artifact[]): DeletionSummary {
  const tags = artifacts.flatMap((artifact) => artifact.tags ?? []);
  const sum = (count: (artifact: Artifact) => number) => artifacts.reduce((total, each) => total + count(each), 0);
  return {
    tags: tags.map(({ name }) => name),
    tagCount: sum((artifact) => artifact.tag_count ?? artifact.tags?.length ?? 0),
    children: sum((artifact) => artifact.references?.length ?? 0),
    accessories: sum((artifact) => artifact.accessories?.length ?? 0),
    immutable: tags.filter(({ immutable }) => immutable).map(({ name }) => name),
  };
}
