/** Most characters of a description that a list shows. */
const length = 160;

/** The first sentence of a description in Markdown, without its marks; its headings are passed over unless there is nothing else. */
export function firstLine(markdown: string): string {
  const lines = markdown.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const line = lines.find((line) => !/^(#|```|---|\||<|!\[)/.test(line)) ?? lines[0] ?? "";
  return line
    .replace(/^([#>*+-]+|\d+\.)\s+/, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[*_`~]{1,3}(\S(?:.*?\S)?)[*_`~]{1,3}/g, "$1")
    .slice(0, length);
}
