/** What can be wrong with a project's name. */
export type ProjectNameProblem = "upperCase" | "characters" | "edges" | "separators" | "length";

/** Most characters of a project's name. */
const maximumLength = 255;

/** Finds what is wrong with a project's name; null if nothing is, and for an empty one, which nobody has written yet. */
export function projectNameProblem(name: string): ProjectNameProblem | null {
  if (name === "") return null;
  if (/[A-Z]/.test(name)) return "upperCase";
  if (!/^[a-z0-9._-]+$/.test(name)) return "characters";
  if (/^[._-]|[._-]$/.test(name)) return "edges";
  if (/[._-]{2}/.test(name)) return "separators";
  return name.length > maximumLength ? "length" : null;
}
