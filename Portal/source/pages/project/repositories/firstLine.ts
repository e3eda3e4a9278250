/** Most characters of a description that a list shows. */
const length = 160;

/** The first sentence of a description in Markdown, without its marks; its headings are passed over unless there is nothing else. */
export function firstLine(markdown: string): string {
  const lines = markdown.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const line = lines.find((line) => !/^(#|```|---|\||<|!\[)/.test(line)) ?? lines[0] ?? "";
  return line
    // A link's address may be longer than what is left in the end.
    .slice(0, 4 * length)
    .replace(/^([#>*+-]+|\d+\.)\s+/, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(marks, "")
    .slice(0, length);
}

/** Marks of code and emphasis: stars and underscores at the edges of words only. */
const marks = /`+|~~|\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)/g;
