/** What one place of a pattern does: takes a character, goes on at any of several places, or is the end. */
type Step = { takes: (character: string) => boolean } | { goesTo: number[] } | "end";

/** Braces in braces beyond this depth are refused. */
const deepest = 8;

/**
 * A pattern of names, as the registry's rules have it: `*` and `?` stay inside a path component, `**` as a whole component
 * is any number of components, `{a,b}` is either, `[a-z]` and `[^a-z]` are classes, `\` takes a character literally.
 *
 * Matching takes a time proportional to the lengths of pattern and text, whatever the pattern.
 */
export class Glob {
  private constructor(private readonly steps: Step[]) {}

  /** Reads a pattern; null if it is none: an open bracket or brace, an empty class, nothing at all. */
  static parse(pattern: string): Glob | null {
    const compiler = new Compiler([...pattern]);
    return pattern !== "" && compiler.sequence(0, true) && compiler.isAtEnd
      ? new Glob([...compiler.steps, "end"])
      : null;
  }

  /** Whether the pattern is the whole of a text. */
  matches(text: string): boolean {
    let reached = this.reach([0]);
    for (const character of text) {
      const next: number[] = [];
      for (const place of reached) {
        const step = this.steps[place];
        if (step && step !== "end" && "takes" in step && step.takes(character)) next.push(place + 1);
      }
      reached = this.reach(next);
    }
    return reached.has(this.steps.length - 1);
  }

  /** The places that are reached from some, without a character. */
  private reach(places: number[]): Set<number> {
    const reached = new Set<number>();
    const waiting = [...places];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (reached.has(place)) continue;
      reached.add(place);
      const step = this.steps[place];
      if (step && step !== "end" && "goesTo" in step) waiting.push(...step.goesTo);
    }
    return reached;
  }
}

const any = () => true;
const anyButSlash = (character: string) => character !== "/";

/** Turns a pattern into steps; its methods say false for what is no pattern. */
class Compiler {
  readonly steps: Step[] = [];
  private at = 0;

  constructor(private readonly pattern: string[]) {}

  get isAtEnd(): boolean {
    return this.at === this.pattern.length;
  }

  /** Reads up to the end, or inside braces up to a comma or the closing brace. */
  sequence(depth: number, startsComponent: boolean): boolean {
    let isStart = startsComponent;
    for (let character = this.pattern[this.at]; character !== undefined; character = this.pattern[this.at]) {
      if (depth > 0 && (character === "," || character === "}")) return true;
      this.at += 1;
      if (!this.element(character, depth, isStart)) return false;
      isStart = this.pattern[this.at - 1] === "/";
    }
    return depth === 0;
  }

  private element(character: string, depth: number, isStart: boolean): boolean {
    if (character === "*") return this.stars(depth, isStart);
    if (character === "[") return this.characterClass();
    if (character === "{") return this.alternatives(depth + 1, isStart);
    if (character === "?") this.steps.push({ takes: anyButSlash });
    else {
      const literal = character === "\\" ? this.pattern[this.at++] : character;
      if (literal === undefined) return false;
      this.steps.push({ takes: (other) => other === literal });
    }
    return true;
  }

  /** Two stars that are a whole component cross slashes; the slash behind them then belongs to them. */
  private stars(depth: number, isStart: boolean): boolean {
    let count = 1;
    for (; this.pattern[this.at] === "*"; this.at++) count++;
    const next = this.pattern[this.at];
    const endsComponent = next === undefined || next === "/" || (depth > 0 && (next === "," || next === "}"));
    if (count !== 2 || !isStart || !endsComponent) this.loop(anyButSlash);
    else if (next !== "/") this.loop(any);
    else {
      this.at += 1;
      const start = this.steps.push({ goesTo: [] }) - 1;
      this.loop(any);
      this.steps.push({ takes: (character) => character === "/" });
      this.steps[start] = { goesTo: [start + 1, this.steps.length] };
    }
    return true;
  }

  private loop(takes: (character: string) => boolean): void {
    const start = this.steps.length;
    this.steps.push({ goesTo: [start + 1, start + 3] }, { takes }, { goesTo: [start] });
  }

  private alternatives(depth: number, isStart: boolean): boolean {
    if (depth > deepest) return false;
    const start = this.steps.push({ goesTo: [] }) - 1;
    const starts: number[] = [];
    const ends: number[] = [];
    do {
      starts.push(this.steps.length);
      if (!this.sequence(depth, isStart)) return false;
      ends.push(this.steps.push({ goesTo: [] }) - 1);
    } while (this.pattern[this.at++] === ",");
    this.steps[start] = { goesTo: starts };
    for (const end of ends) this.steps[end] = { goesTo: [this.steps.length] };
    return true;
  }

  private characterClass(): boolean {
    const isNegated = this.pattern[this.at] === "^" || this.pattern[this.at] === "!";
    if (isNegated) this.at += 1;
    const ranges: Array<[first: string, last: string]> = [];
    while (this.pattern[this.at] !== "]") {
      const first = this.classMember();
      const isRange = this.pattern[this.at] === "-";
      if (isRange) this.at += 1;
      const last = isRange ? this.classMember() : first;
      if (first === null || last === null || order(first) > order(last)) return false;
      ranges.push([first, last]);
    }
    this.at += 1;
    const isIn = (character: string) =>
      ranges.some(([first, last]) => order(first) <= order(character) && order(character) <= order(last));
    this.steps.push({ takes: (character) => character !== "/" && isIn(character) !== isNegated });
    return ranges.length > 0;
  }

  private classMember(): string | null {
    const character = this.pattern[this.at++];
    if (character === "\\") return this.pattern[this.at++] ?? null;
    return character === undefined || character === "-" || character === "]" ? null : character;
  }
}

function order(character: string): number {
  return character.codePointAt(0) ?? 0;
}
