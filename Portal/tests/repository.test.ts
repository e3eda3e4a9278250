import type { Accessory, Artifact } from "../source/api/schema.ts";
import { oneOf } from "../source/api/paths.ts";
import { deletionSummary } from "../source/pages/repository/actions/deletionSummary.ts";
import { afterLabelChange, labelChanges } from "../source/pages/repository/actions/labelChanges.ts";
import { conditionsOf, isFiltering, readFilters } from "../source/pages/repository/artifacts/artifactFilters.ts";
import {
  accessoryKind,
  countAccessories,
  platformsOf,
  readableMediaType,
} from "../source/pages/repository/artifacts/artifactKinds.ts";
import { onceADeletion } from "../source/pages/repository/useUndoDeletion.ts";
import { assertEquals } from "./assert.ts";

const filters: Array<[address: string, conditions: string[], reason: string]> = [
  ["", [], "nothing"],
  ["filter=v2", ["tags=~v2"], "a part of a tag"],
  ["filter=sha256:0a", ["digest=~sha256:0a"], "the beginning of a digest"],
  ["filter=v2&tagged=yes", ["tags=~v2"], "a tag says that there is one"],
  ["tagged=no&type=IMAGE&label=3", ["type=IMAGE", "tags=nil", "labels=(3)"], "several"],
  ["tagged=perhaps&label=x)", [], "what the page never writes"],
  ["accessories=yes", ["base=*"], "accessories too"],
];
for (const [address, conditions, reason] of filters) {
  Deno.test(`artifacts are filtered by ${reason}`, () =>
    assertEquals(conditionsOf(readFilters(new URLSearchParams(address))), conditions));
}

Deno.test("accessories beside the others leave nothing out", () =>
  assertEquals(isFiltering(readFilters(new URLSearchParams("accessories=yes"))), false));

Deno.test("one of several values is one condition", () =>
  assertEquals(oneOf("digest", ["sha256:1", "sha256:2"]), "digest={sha256:1 sha256:2}"));

const accessory = {
  id: 1,
  artifact_id: 1,
  subject_artifact_digest: "",
  size: 1,
  digest: "",
  type: "subject.accessory",
};
const kinds: Array<[changes: Partial<Accessory>, kind: string]> = [
  [{ type: "signature.cosign" }, "signature"],
  [{ type: "signature.notation" }, "signature"],
  [{ type: "sbom.harbor" }, "sbom"],
  [{ artifact_type: "application/spdx+json" }, "sbom"],
  [{ artifact_type: "application/vnd.cyclonedx+json" }, "sbom"],
  [{ artifact_type: "application/vnd.in-toto+json" }, "attestation"],
  [{ artifact_type: "application/vnd.dev.sigstore.bundle.v0.3+json" }, "signature"],
  [{ artifact_type: "application/vnd.example.report" }, "other"],
];
for (const [changes, kind] of kinds) {
  Deno.test(`${Object.values(changes)} is a ${kind}`, () =>
    assertEquals(accessoryKind({ ...accessory, ...changes }), kind));
}

Deno.test("accessories are counted by kind, signatures first", () =>
  assertEquals(
    countAccessories([accessory, { ...accessory, type: "signature.cosign" }, {
      ...accessory,
      type: "signature.cosign",
    }]),
    [["signature", 2], ["other", 1]],
  ));

const mediaTypes: Array<[mediaType: string, name: string]> = [
  ["application/vnd.cncf.openpolicyagent.policy.layer.v1+rego", "cncf.openpolicyagent.policy"],
  ["application/vnd.example.checkpoint", "example.checkpoint"],
  ["application/x-thing.config.v1+json", "thing"],
];
for (const [mediaType, name] of mediaTypes) {
  Deno.test(`${mediaType} is read as ${name}`, () => assertEquals(readableMediaType(mediaType), name));
}

const image: Artifact = {
  id: 1,
  type: "IMAGE",
  media_type: "",
  manifest_media_type: "",
  project_id: 1,
  repository_id: 1,
  digest: "sha256:1",
  size: 1,
  push_time: "",
};
const part = { parent_id: 1, child_id: 2, child_digest: "sha256:2" };

Deno.test("attestations of an index are no platforms", () =>
  assertEquals(
    platformsOf({
      ...image,
      references: [
        { ...part, platform: { os: "linux", architecture: "arm", variant: "v7" } },
        {
          ...part,
          platform: { os: "unknown", architecture: "unknown" },
          annotations: { "vnd.docker.reference.type": "attestation-manifest" },
        },
      ],
    }),
    ["linux/arm/v7"],
  ));

Deno.test("an image tells its own platform", () =>
  assertEquals(platformsOf({ ...image, extra_attrs: { os: "linux", architecture: "arm64", variant: 8 } }), [
    "linux/arm64",
  ]));

Deno.test("only labels that differ are changed", () => {
  const label = { id: 1, name: "a", scope: "g" as const };
  const changes = labelChanges(
    [image, { ...image, digest: "sha256:2", labels: [label] }],
    new Map([[1, true], [2, false]]),
  );
  assertEquals(changes, [{ digest: "sha256:1", label: 1, isAdded: true }]);
});

Deno.test("what goes along with artifacts is added up", () => {
  const tag = { id: 1, repository_id: 1, artifact_id: 1, name: "v1", push_time: "", immutable: true };
  assertEquals(deletionSummary([{ ...image, tags: [tag], tag_count: 5000, references: [part] }, image]), {
    tags: ["v1"],
    tagCount: 5000,
    children: 1,
    accessories: 0,
    immutable: ["v1"],
  });
});

Deno.test("what went by one deletion is brought back once", () => {
  const entries = [{ id: 1, deletion_id: "a" }, { id: 2, deletion_id: "a" }, { id: 3, deletion_id: "b" }];
  assertEquals(onceADeletion(entries).map(({ deletion_id }) => deletion_id), ["a", "b"]);
});

Deno.test("labels that were changed before a failure aren't changed again", () => {
  const artifacts = [image, { ...image, digest: "sha256:2", labels: [{ id: 3, name: "x", scope: "g" as const }] }];
  const wanted = new Map([[3, false], [4, true]]);
  const [first, ...rest] = labelChanges(artifacts, wanted);
  if (!first) throw new Error("nothing to change");
  assertEquals(labelChanges(afterLabelChange(artifacts, first), wanted), rest);
});
