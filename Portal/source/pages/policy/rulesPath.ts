import { projectPath } from "../../api/paths.ts";

/** `…/immutabletagrules`: the rules by which a project's tags are immutable. */
export function rulesPath(project: string): string {
  return `${projectPath(project)}/immutabletagrules`;
}
