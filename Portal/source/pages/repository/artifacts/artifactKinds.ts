import type { Accessory, Artifact, Reference } from "../../../api/schema.ts";
import { IconName } from "../../../components/Icon.tsx";
import { platformName } from "../../../components/PlatformList.tsx";
import { Text } from "../../../language/text.ts";

/** What an artifact is, as people call it, and the icon for it. */
export interface ArtifactKind {
  name: keyof Text["repository"]["kinds"];
  icon: IconName;
  label: string;
}

/** Kinds that the registry tells by name. */
const known: Record<string, { icon: IconName; label: keyof Text["repository"]["kinds"] }> = {
  CHART: { icon: "ship", label: "chart" },
  CNAB: { icon: "package", label: "bundle" },
  WASM: { icon: "cpu", label: "wasm" },
  CNAI: { icon: "zap", label: "model" },
  SBOM: { icon: "scroll-text", label: "sbom" },
};

/** Says what an artifact is. */
export function artifactKind(artifact: Artifact, { repository: { kinds } }: Text): ArtifactKind {
  const named = (name: ArtifactKind["name"], icon: IconName) => ({ name, icon, label: kinds[name] });
  const accessory = ownAccessoryKind(artifact);
  if (accessory !== "other") return named(accessory, accessoryIcons[accessory]);
  if (artifact.type === "IMAGE") return isIndex(artifact) ? named("index", "layers") : named("image", "container");
  const kind = known[artifact.type];
  if (kind) return named(kind.label, kind.icon);
  const name = artifact.type === "UNKNOWN" ? readableMediaType(artifact.artifact_type ?? artifact.media_type) : "";
  return { name: "other", icon: "package", label: name || artifact.type };
}

/** What an artifact says of another: cosign tells it by a tag, and builders by a platform that isn't one. */
function ownAccessoryKind(artifact: Artifact): AccessoryKind {
  const suffix = artifact.tags?.map(({ name }) => /^sha256-[\da-f]{64}\.(sig|att|sbom)$/.exec(name)?.[1]).find(Boolean);
  if (suffix) return suffix === "sig" ? "signature" : suffix === "att" ? "attestation" : "sbom";
  if (artifact.type === "IMAGE" && artifact.extra_attrs?.os === "unknown") return "attestation";
  return accessoryKindOf(artifact.artifact_type ?? artifact.media_type);
}

/** Whether an artifact is a list of others, such as images for several platforms. */
export function isIndex(artifact: Artifact): boolean {
  return /image\.index|manifest\.list/.test(artifact.manifest_media_type);
}

/** The platforms that an artifact runs on. */
export function platformsOf(artifact: Artifact): string[] {
  if (artifact.references) {
    return artifact.references.filter((child) => !isAttestation(child)).map((child) => platformName(child.platform));
  }
  if (artifact.type !== "IMAGE") return [];
  const { os, architecture, variant } = artifact.extra_attrs ?? {};
  return [platformName({ os: text(os), architecture: text(architecture), variant: text(variant) })];
}

/** Whether an index lists a manifest for what it says of another one, rather than to be run. */
export function isAttestation(reference: Reference): boolean {
  return reference.annotations?.["vnd.docker.reference.type"] === "attestation-manifest";
}

/** The digest of the manifest that an attestation in an index speaks of. */
export function attestedDigest(reference: Reference): string | undefined {
  return reference.annotations?.["vnd.docker.reference.digest"];
}

/** What an accessory says of its subject. */
export type AccessoryKind = "signature" | "sbom" | "attestation" | "other";

/** The icons of accessories. */
export const accessoryIcons: Record<AccessoryKind, IconName> = {
  signature: "badge-check",
  sbom: "scroll-text",
  attestation: "file-text",
  other: "box",
};

/** Says what an accessory is, by the registry's word for it or else by its artifact type. */
export function accessoryKind(accessory: Accessory): AccessoryKind {
  if (accessory.type.startsWith("signature.")) return "signature";
  if (accessory.type.startsWith("sbom.")) return "sbom";
  return accessoryKindOf(accessory.artifact_type ?? "");
}

function accessoryKindOf(mediaType: string): AccessoryKind {
  if (/cosign.*\.sig|notary.*signature|sigstore.bundle/.test(mediaType)) return "signature";
  if (/spdx|cyclonedx|sbom/.test(mediaType)) return "sbom";
  return /in-toto|attestation/.test(mediaType) ? "attestation" : "other";
}

/** Counts the accessories of each kind, in the order in which they are shown. */
export function countAccessories(accessories: Accessory[]): Array<[AccessoryKind, number]> {
  const order: AccessoryKind[] = ["signature", "sbom", "attestation", "other"];
  return order
    .map((kind): [AccessoryKind, number] => [kind, accessories.filter((each) => accessoryKind(each) === kind).length])
    .filter(([, count]) => count > 0);
}

/** Shortens a media type to the words that tell it from others: `application/vnd.example.thing.v1+json` to `example.thing`. */
export function readableMediaType(mediaType: string): string {
  const name = mediaType.replace(/^[^/]*\//, "").replace(/^vnd\.|^x-/, "");
  return name.replace(/[;+].*$/, "").replace(/\.v\d+(alpha\d*|beta\d*)?$/, "").replace(
    /\.(config|layer)(\.v\d+)?$/,
    "",
  );
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
