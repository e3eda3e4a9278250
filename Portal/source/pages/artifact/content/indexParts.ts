import type { Reference } from "../../../api/schema.ts";
import { attestedDigest, isAttestation } from "../../repository/artifacts/artifactKinds.ts";

/** A part of an index, with what tells how it was built. */
export interface IndexPart {
  reference: Reference;
  attestations: Reference[];
  /** Whether it is an attestation itself, of something that isn't in the index. */
  isAttestation: boolean;
}

/** Puts each attestation of an index beside the part that it is of. */
export function indexParts(references: Reference[]): IndexPart[] {
  const isOf = (reference: Reference, digest: string) =>
    isAttestation(reference) && attestedDigest(reference) === digest;
  const parts = references.filter((reference) =>
    !isAttestation(reference) || !references.some((other) => isOf(reference, other.child_digest))
  );
  return parts.map((reference) => ({
    reference,
    attestations: references.filter((other) => isOf(other, reference.child_digest)),
    isAttestation: isAttestation(reference),
  }));
}
