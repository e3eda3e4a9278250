import { Descriptor, Manifest } from "./manifest.ts";

/** Something that a manifest points to, and what as. */
export interface Pointer {
  role: "config" | "layer" | "manifest";
  /** Which of those with this role it is, from 0. */
  number: number;
  descriptor: Descriptor;
}

/** Everything that a manifest points to, in its order. */
export function pointersOf({ config, layers, manifests }: Manifest): Pointer[] {
  return [
    ...(config ? [{ role: "config" as const, number: 0, descriptor: config }] : []),
    ...layers.map((descriptor, number) => ({ role: "layer" as const, number, descriptor })),
    ...manifests.map((descriptor, number) => ({ role: "manifest" as const, number, descriptor })),
  ];
}

/** The digest of what an artifact is attached to: by its manifest, or by a tag such as `sha256-….sig` that cosign makes. */
export function subjectDigest(manifest: Manifest | null, tags: string[]): string | null {
  if (manifest?.subject) return manifest.subject.digest;
  for (const tag of tags) {
    const found = /^(sha256|sha512)-([0-9a-f]{64,128})(?:\.[a-z]+)?$/.exec(tag);
    if (found) return `${found[1]}:${found[2]}`;
  }
  return null;
}
