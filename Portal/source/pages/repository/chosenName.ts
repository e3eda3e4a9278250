import type { Artifact } from "../../api/schema.ts";
import { shortDigest } from "../../components/DigestText.tsx";

/**
 * What an artifact is called where somebody has chosen it: by the tag or digest in the address of its page, or else as its row in the
 * list is, by its newest tag.
 */
export function chosenName(artifact: Artifact | undefined, reference?: string): string {
  const name = reference ?? artifact?.tags?.[0]?.name ?? artifact?.digest ?? "";
  return name.includes(":") ? shortDigest(name) : name;
}
