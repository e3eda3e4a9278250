/** An image or another artifact as container tools name it, without the registry's host. */
export interface TypedReference {
  /** The repository's full name. */
  repository: string;
  /** May be the beginning of one. */
  tag: string | null;
  digest: string | null;
}

/** What somebody who searches has typed or pasted. */
export interface TypedText {
  /** What is looked for in names. */
  words: string;
  /** The words as a reference, if they have a tag or a digest. */
  reference: TypedReference | null;
  /** The words as a digest or its beginning. */
  digest: string | null;
}

/** Reads what was typed: words, a reference with or without a host, a digest, or a whole command with one of these. */
export function readTypedText(typed: string): TypedText {
  const words = withoutHost(nameIn(typed));
  const digest = digestOf(words);
  const [, name = "", ending = ""] = /^([^@:]+)([@:].*)$/.exec(words) ?? [];
  if (digest || !name) return { words, reference: null, digest };
  const [, tag = "", inside = ""] = /^(?::([\w.-]*))?(?:@(.*))?$/.exec(ending) ?? [];
  const reference = { repository: name, tag: tag || null, digest: digestOf(inside) };
  return { words: name, reference: reference.tag || reference.digest ? reference : null, digest: reference.digest };
}

/** The word of a command that names something in a registry; a single word or a sentence as it is. */
function nameIn(typed: string): string {
  const all = typed.trim().split(/\s+/);
  const named = all.length > 1 ? all.find((word) => !word.startsWith("-") && /[/@]/.test(word)) : all[0];
  return (named ?? all.join(" ")).replace(/^["']|["']$/g, "").replace(/^[a-z-]+:\/\//, "");
}

/** A first component with a dot or a port, or `localhost`, is a host: as container tools have it. */
function withoutHost(name: string): string {
  const [first = "", ...rest] = name.split("/");
  return rest.length > 0 && (/[.:]/.test(first) || first === "localhost") ? rest.join("/") : name;
}

/** A digest or its beginning, with its algorithm; null if the word is none. */
function digestOf(word: string): string | null {
  const [match, algorithm = "sha256", value = ""] = /^(?:(sha256|sha512):)?([0-9a-f]+)$/.exec(word) ?? [];
  return match && (word.includes(":") || value.length >= 7) ? `${algorithm}:${value}` : null;
}
