import { artifactKind, isDigest } from "../source/pages/artifact/content/artifactKind.ts";
import { indentedJSON, jsonTokens } from "../source/pages/artifact/content/jsonTokens.ts";
import { parseManifest } from "../source/pages/artifact/content/manifest.ts";
import type { Artifact } from "../source/api/schema.ts";
import { assertEquals } from "./assert.ts";

const text = `{"mediaType":"m","config":{"mediaType":"c","digest":"sha256:1","size":2},"layers":[
  {"mediaType":"l","digest":"sha256:2","size":3,"annotations":{"a":"b","n":1}},{"size":4}],"subject":null}`;

Deno.test("a manifest is read, and what isn't a descriptor is left out", () => {
  const manifest = parseManifest(text);
  assertEquals(manifest?.config?.size, 2);
  assertEquals(manifest?.layers, [{ mediaType: "l", digest: "sha256:2", size: 3, annotations: { a: "b" } }]);
  assertEquals([manifest?.subject, manifest?.manifests], [null, []]);
});

for (const broken of ["", "{", "[]", "null", '"x"']) {
  Deno.test(`${broken || "nothing"} is no manifest`, () => assertEquals(parseManifest(broken), null));
}

const tokens: Array<[text: string, kinds: string, reason: string]> = [
  ['{"a":"b"}', "mark name mark string mark", "names and texts"],
  ['{"a" : -1.5e+3}', "mark name mark number mark", "a space before the colon"],
  ["[true,null]", "mark word mark word mark", "words"],
  ['"\\"\\\\"', "string", "escaped quotes"],
  ['"ab', "mark mark", "a text that doesn't end"],
];
for (const [json, kinds, reason] of tokens) {
  Deno.test(`${json}: ${reason}`, () => assertEquals(jsonTokens(json).map(({ kind }) => kind).join(" "), kinds));
}

Deno.test("the parts of a JSON text are the text", () => {
  const indented = indentedJSON(text);
  assertEquals(jsonTokens(indented).map((token) => token.text).join(""), indented);
});

Deno.test("what isn't JSON stays", () => assertEquals(indentedJSON("{no}"), "{no}"));

const image: Artifact = {
  id: 1,
  type: "IMAGE",
  media_type: "application/vnd.oci.image.config.v1+json",
  manifest_media_type: "application/vnd.oci.image.manifest.v1+json",
  project_id: 1,
  repository_id: 1,
  digest: "sha256:1",
  size: 1,
  push_time: "",
};
const withLayer = (mediaType: string) => parseManifest(JSON.stringify({ layers: [{ mediaType, digest: "sha256:2" }] }));
const kinds: Array<[Partial<Artifact>, layer: string, kind: string]> = [
  [{}, "application/vnd.oci.image.layer.v1.tar+gzip", "image"],
  [{ manifest_media_type: "application/vnd.oci.image.index.v1+json" }, "", "index"],
  [{ manifest_media_type: "application/vnd.docker.distribution.manifest.list.v2+json" }, "", "index"],
  [{}, "application/vnd.in-toto+json", "attestation"],
  [{}, "application/vnd.dev.cosign.simplesigning.v1+json", "signature"],
  [{ type: "UNKNOWN", artifact_type: "application/vnd.dev.cosign.artifact.sig.v1+json" }, "", "signature"],
  [{ type: "UNKNOWN", artifact_type: "application/vnd.cncf.notary.signature" }, "", "signature"],
  [{ type: "UNKNOWN", artifact_type: "application/spdx+json" }, "", "billOfMaterials"],
  [{ type: "CHART" }, "", "chart"],
  [{ type: "UNKNOWN", artifact_type: "application/vnd.example" }, "", "artifact"],
];
for (const [difference, layer, kind] of kinds) {
  Deno.test(`${JSON.stringify(difference)} with ${layer || "no layers"} is ${kind}`, () =>
    assertEquals(artifactKind({ ...image, ...difference }, withLayer(layer)), kind));
}

Deno.test("digests are told from tags", () =>
  assertEquals([`sha256:${"a".repeat(64)}`, "v1", "sha256-abc"].map(isDigest), [true, false, false]));
