import { isObject, textOf } from "./manifest.ts";

/** A file of a model, with the directories it is in. */
export interface ModelFile {
  path: string;
  /** Bytes. */
  size: number;
}

/** Lists the files of a tree in which directories have `children`. */
export function filesIn(tree: unknown, directory = ""): ModelFile[] {
  if (!Array.isArray(tree)) return [];
  return tree.filter(isObject).flatMap((entry) => {
    const path = directory + textOf(entry.name);
    if (entry.children !== undefined) return filesIn(entry.children, `${path}/`);
    return [{ path, size: typeof entry.size === "number" ? entry.size : 0 }];
  });
}
