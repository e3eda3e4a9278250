/** Where a template is wrong. */
export interface TemplatePlace {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** The line, and below it a mark under the column. */
  excerpt: string;
}

/** Most characters of a line that are shown around the place. */
const around = 30;

/** Finds the place that a message of the registry names, such as `line 3, column 7`, in the template; null if it names none. */
export function templatePlace(message: string, template: string): TemplatePlace | null {
  const found = /line (\d+), column (\d+)/.exec(message);
  if (!found) return null;
  const [line, column] = [Number(found[1]), Number(found[2])];
  const text = template.split("\n")[line - 1];
  if (text === undefined) return null;
  // The registry counts characters, not the halves that scripts count some in.
  const characters = [...text];
  const start = Math.max(0, column - 1 - around);
  const shown = characters.slice(start, column - 1 + around).join("");
  return { line, column, excerpt: `${shown}\n${" ".repeat(column - 1 - start)}^` };
}
