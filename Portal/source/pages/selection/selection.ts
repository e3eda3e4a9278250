import { Glob } from "../../platform/glob.ts";

/** How a pattern of names is written, in the words of the API: with stars and braces, or as a regular expression. */
export type PatternKind = "doublestar" | "regex";

/** Which names a rule is about: those that a pattern matches, or all others. */
export interface Selection {
  kind: PatternKind;
  pattern: string;
  isExcluding: boolean;
}

/** The pattern that every name matches. */
export const everyName = "**";

/** The longest pattern that the registry takes, in bytes. */
const longest = 255;

/** All names. */
export const everything: Selection = { kind: "doublestar", pattern: everyName, isExcluding: false };

/** No name yet: a pattern is still to be written. */
export const unwritten: Selection = { ...everything, pattern: "" };

/** Whether a selection is about all names. */
export function isEverything({ kind, pattern, isExcluding }: Selection): boolean {
  return kind === "doublestar" && pattern === everyName && !isExcluding;
}

/** Whether the registry may take a pattern: it alone reads regular expressions. */
export function isPattern({ kind, pattern }: Selection): boolean {
  const isShort = new TextEncoder().encode(pattern).length <= longest;
  return isShort && (kind === "regex" ? pattern !== "" : Glob.parse(pattern) !== null);
}

/** The names that a selection by a pattern with stars is about. */
export function selected(names: string[], { pattern, isExcluding }: Selection): string[] {
  const glob = Glob.parse(pattern);
  return glob ? names.filter((name) => glob.matches(name) !== isExcluding) : [];
}

/** How a language says which names are meant. */
export interface SelectionWords {
  all: string;
  matching: (pattern: string) => string;
  excluding: (pattern: string) => string;
}

/** Says which names are meant; the pattern stands between U+2068 and U+2069, so that it can be told from the words. */
export function selectionWords(selection: Selection, words: SelectionWords): string {
  if (isEverything(selection)) return words.all;
  const slashes = selection.kind === "regex" ? "/" : "";
  const marked = `\u2068${slashes}${selection.pattern}${slashes}\u2069`;
  return selection.isExcluding ? words.excluding(marked) : words.matching(marked);
}
