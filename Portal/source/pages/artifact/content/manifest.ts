/** What a manifest says of a piece of content that it points to. */
export interface Descriptor {
  mediaType: string;
  digest: string;
  /** Bytes. */
  size: number;
  artifactType?: string;
  annotations: Record<string, string>;
}

/** A manifest or an index, as far as pages show it. */
export interface Manifest {
  mediaType: string;
  artifactType: string;
  config: Descriptor | null;
  layers: Descriptor[];
  /** The manifests of an index. */
  manifests: Descriptor[];
  /** What a referrer is attached to. */
  subject: Descriptor | null;
  annotations: Record<string, string>;
}

/** Reads a manifest as it was pushed; null if it isn't one. */
export function parseManifest(text: string): Manifest | null {
  const document = parsed(text);
  if (!isObject(document)) return null;
  return {
    mediaType: textOf(document.mediaType),
    artifactType: textOf(document.artifactType),
    config: descriptorOf(document.config),
    layers: descriptorsOf(document.layers),
    manifests: descriptorsOf(document.manifests),
    subject: descriptorOf(document.subject),
    annotations: textsOf(document.annotations),
  };
}

/** Gives the texts among an object's values. */
export function textsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** Whether a value is an object with names, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is a text, otherwise an empty one. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function descriptorOf(value: unknown): Descriptor | null {
  if (!isObject(value) || typeof value.digest !== "string") return null;
  return {
    mediaType: textOf(value.mediaType),
    digest: value.digest,
    size: typeof value.size === "number" ? value.size : 0,
    artifactType: textOf(value.artifactType) || undefined,
    annotations: textsOf(value.annotations),
  };
}

function descriptorsOf(value: unknown): Descriptor[] {
  if (!Array.isArray(value)) return [];
  return value.map(descriptorOf).filter((descriptor): descriptor is Descriptor => descriptor !== null);
}
