import type { Artifact } from "../../../api/schema.ts";
import { Manifest } from "./manifest.ts";

/** What an artifact is, for people. */
export type ArtifactKind =
  | "index"
  | "image"
  | "chart"
  | "signature"
  | "attestation"
  | "billOfMaterials"
  | "model"
  | "module"
  | "bundle"
  | "artifact";

const kindsOfTypes: Record<string, ArtifactKind> = {
  CHART: "chart",
  SBOM: "billOfMaterials",
  WASM: "module",
  CNAI: "model",
  MODEL: "model",
  CNAB: "bundle",
};

/** Says what an artifact is, by its type and, where images stand for something else, by its layers. */
export function artifactKind(artifact: Artifact, manifest: Manifest | null): ArtifactKind {
  const byType = kindsOfTypes[artifact.type];
  if (byType) return byType;
  const layers = manifest?.layers.map((layer) => layer.mediaType) ?? [];
  const isAll = (part: string) => layers.length > 0 && layers.every((type) => type.includes(part));
  const byArtifactType = attachedKind(artifact.artifact_type ?? manifest?.artifactType ?? "");
  if (byArtifactType) return byArtifactType;
  if (isAll("cosign.simplesigning")) return "signature";
  if (isAll("in-toto") || isAll("dsse.envelope")) return "attestation";
  if (isIndex(artifact)) return "index";
  return artifact.type === "IMAGE" ? "image" : "artifact";
}

/** Says what something that is attached to an artifact is, by its artifact type; null if that doesn't tell. */
export function attachedKind(artifactType: string): ArtifactKind | null {
  if (/cosign.*sig|notary\.signature/.test(artifactType)) return "signature";
  if (/spdx|cyclonedx|syft/.test(artifactType)) return "billOfMaterials";
  return /in-toto|sigstore\.bundle|dsse/.test(artifactType) ? "attestation" : null;
}

/** Whether an artifact is a list of others. */
export function isIndex(artifact: Artifact): boolean {
  return /image\.index|manifest\.list/.test(artifact.manifest_media_type);
}

/** Whether an entry of an index tells how another was built and isn't an image itself. */
export function isAttestation(annotations: Record<string, string> | null | undefined): boolean {
  return annotations?.["vnd.docker.reference.type"] === "attestation-manifest";
}

/** Whether a reference is a digest, not a tag. */
export function isDigest(reference: string): boolean {
  return /^[a-z0-9]+:[0-9a-f]{32,}$/.test(reference);
}
