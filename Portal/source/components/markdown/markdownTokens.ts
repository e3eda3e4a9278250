import { marked } from "marked";

/** A piece of a Markdown text: the lexer's tokens but for those that extensions make, of which there are none. */
export type MarkdownToken =
  | marked.Tokens.Space
  | marked.Tokens.Code
  | marked.Tokens.Heading
  | marked.Tokens.Table
  | marked.Tokens.Hr
  | marked.Tokens.Blockquote
  | marked.Tokens.List
  | marked.Tokens.Paragraph
  | marked.Tokens.HTML
  | marked.Tokens.Text
  | marked.Tokens.Def
  | marked.Tokens.Escape
  | marked.Tokens.Link
  | marked.Tokens.Image
  | marked.Tokens.Strong
  | marked.Tokens.Em
  | marked.Tokens.Codespan
  | marked.Tokens.Br
  | marked.Tokens.Del;

/** Most characters of a text that are read. */
export const longestMarkdown = 64 * 1024;

/** A line that nests quotes and lists more deeply than anybody means it; the lexer would run out of stack. */
const tooDeep = /^(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){20}/m;

/** Most characters of a paragraph or of a cell whose marks are read; some of the lexer's patterns take the square of them. */
const longestParagraph = 8 * 1024;

/** A line of so many cells that it isn't one of a table: the lexer takes seconds to see that. */
const longRow = new RegExp(`\\|[^\\n]{${longestParagraph}}`);

/** Reads a Markdown text as GitHub does; null if it can't be read. */
export function readMarkdown(text: string): MarkdownToken[] | null {
  const shown = text.slice(0, longestMarkdown);
  if (tooDeep.test(shown) || longRow.test(shown)) return null;
  try {
    const tokens = new BoundedLexer({ gfm: true, tokenizer: new BoundedTokenizer() }).lex(shown);
    // The type that comes with the library names a token of extensions, which would hide all others.
    return tokens as MarkdownToken[];
  } catch {
    return null;
  }
}

/** Leaves paragraphs alone that are longer than anybody writes them. */
class BoundedLexer extends marked.Lexer {
  override inlineTokens(source: string, tokens: marked.Token[] = []): marked.Token[] {
    if (source.length <= longestParagraph) return super.inlineTokens(source, tokens);
    tokens.push({ type: "text", raw: source, text: source });
    return tokens;
  }
}

/** Milliseconds that a text may take: what people write takes a few, what is meant to keep a browser busy takes many seconds. */
const patience = 400;

/** Ends the reading of a text that takes too long. Its first two methods are the first that are asked about each piece. */
class BoundedTokenizer extends marked.Tokenizer<never> {
  private readonly deadline = performance.now() + patience;
  private failures = 0;

  override space(source: string) {
    this.checkTime();
    return super.space(source);
  }

  override escape(source: string) {
    this.checkTime();
    return super.escape(source);
  }

  /** Gives up looking for emphasis in texts that are full of its marks: the time would grow with the cube of their number. */
  override emStrong(source: string, masked: string, before: string) {
    if (this.failures > 300) return undefined as never;
    const found = super.emStrong(source, masked, before);
    if (!found) this.failures++;
    return found;
  }

  private checkTime(): void {
    if (performance.now() > this.deadline) throw new Error("the text takes too long to read");
  }
}

/**
 * Gives headings the levels that a page needs below its own: the outermost gets `top`, and none skips one.
 *
 * Texts begin with any level they like, and jump as they like.
 */
export function headingLevels(depths: number[], top: number): number[] {
  const open: number[] = [];
  return depths.map((depth) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return Math.min(6, top + open.length - 1);
  });
}

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  copy: "©",
};

/** Undoes the escaping of the lexer's texts, which are meant for HTML: React escapes again. */
export function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? parseInt(hexadecimal, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
