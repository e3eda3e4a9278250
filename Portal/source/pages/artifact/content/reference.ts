import { shortDigest } from "../../../components/DigestText.tsx";

/** Whether a reference is a digest, not a tag. */
export function isDigest(reference: string): boolean {
  return /^[a-z0-9]+:[0-9a-f]{32,}$/.test(reference);
}

/** Writes a tag as it is, and a digest shortened. */
export function referenceName(reference: string): string {
  return isDigest(reference) ? shortDigest(reference) : reference;
}
