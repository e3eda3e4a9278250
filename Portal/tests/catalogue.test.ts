import { text as english } from "../source/language/en/index.ts";
import { text as chinese } from "../source/language/zh/index.ts";

type Entry = [path: string, value: unknown];

/** Gives every text of a catalogue with its path. Texts with parameters are filled with words and a number. */
function entries(value: unknown, path = ""): Entry[] {
  if (typeof value === "function") return [[path, value("x1", "x2", "x3")]];
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => entries(inner, path ? `${path}.${name}` : name));
}

const inEnglish = new Map(entries(english));
const inChinese = new Map(entries(chinese));
/** Names that are the same in each language. */
const names = /^[\p{ASCII}…–·]*$/u;

Deno.test("both languages have the same entries", () => {
  const missing = [...inEnglish.keys()].filter((path) => !inChinese.has(path));
  const more = [...inChinese.keys()].filter((path) => !inEnglish.has(path));
  if (missing.length + more.length > 0) throw new Error(`missing: ${missing.join(", ")}; too many: ${more.join(", ")}`);
});

Deno.test("no text is empty", () => {
  const empty = [...inEnglish, ...inChinese].filter(([, value]) => typeof value !== "string" || value.trim() === "");
  if (empty.length > 0) throw new Error(empty.map(([path]) => path).join(", "));
});

Deno.test("sentences are translated", () => {
  const same = [...inEnglish].filter(([path, value]) =>
    inChinese.get(path) === value && typeof value === "string" && value.includes(" ") && names.test(value)
  );
  if (same.length > 0) throw new Error(same.map(([path, value]) => `${path}: ${value}`).join("\n"));
});
