/** What a part of a JSON text is: a member's name, a value, or the marks and spaces between them. */
export type JSONTokenKind = "name" | "string" | "number" | "word" | "mark";

/** A part of a JSON text. */
export interface JSONToken {
  kind: JSONTokenKind;
  text: string;
}

const token = /("(?:\\.|[^"\\])*")(?=\s*(:)?)|(-?\d[\d.eE+-]*)|(true|false|null)|[^"\dtfn-]+|./gs;

/** Takes a JSON text apart for highlighting; the parts together are the text again. */
export function jsonTokens(text: string): JSONToken[] {
  const tokens: JSONToken[] = [];
  for (const [part, string, colon, number, word] of text.matchAll(token)) {
    const kind = string ? colon ? "name" : "string" : number ? "number" : word ? "word" : "mark";
    tokens.push({ kind, text: part });
  }
  return tokens;
}

/** Writes a JSON text with a member a line; as it is if it can't be read. */
export function indentedJSON(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
