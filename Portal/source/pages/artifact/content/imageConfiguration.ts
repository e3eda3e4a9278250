import { isObject, textOf, textsOf } from "./manifest.ts";

/** What an image says of how it starts and how it was built. */
export interface ImageConfiguration {
  author: string;
  created: string;
  platform: { os: string; architecture: string; variant: string };
  entrypoint: string[];
  arguments: string[];
  user: string;
  workingDirectory: string;
  stopSignal: string;
  ports: string[];
  volumes: string[];
  /** Names and values. */
  environment: Array<[name: string, value: string]>;
  labels: Record<string, string>;
}

/** Reads the attributes that the registry keeps of an image. */
export function imageConfiguration(attributes: Record<string, unknown> | null | undefined): ImageConfiguration {
  const all = attributes ?? {};
  const config = isObject(all.config) ? all.config : {};
  return {
    author: textOf(all.author),
    created: textOf(all.created),
    platform: { os: textOf(all.os), architecture: textOf(all.architecture), variant: textOf(all.variant) },
    entrypoint: words(config.Entrypoint),
    arguments: words(config.Cmd),
    user: textOf(config.User),
    workingDirectory: textOf(config.WorkingDir),
    stopSignal: textOf(config.StopSignal),
    ports: names(config.ExposedPorts),
    volumes: names(config.Volumes),
    environment: words(config.Env).map(assignment),
    labels: textsOf(config.Labels),
  };
}

/** Writes the words of a command as somebody would type them. */
export function commandText(words: string[]): string {
  return words.map((word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
}

function assignment(text: string): [string, string] {
  const sign = text.indexOf("=");
  return sign < 0 ? [text, ""] : [text.slice(0, sign), text.slice(sign + 1)];
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === "string") : [];
}

function names(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : [];
}
