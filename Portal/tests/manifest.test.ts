import { filesIn } from "../source/pages/artifact/content/files.ts";
import { indexParts } from "../source/pages/artifact/content/indexParts.ts";
import { commandText, imageConfiguration } from "../source/pages/artifact/content/imageConfiguration.ts";
import { subjectDigest } from "../source/pages/artifact/content/pointers.ts";
import { sharesOf } from "../source/pages/artifact/content/shares.ts";
import { isDigest } from "../source/pages/artifact/content/reference.ts";
import { indentedJSON, jsonTokens } from "../source/pages/artifact/content/jsonTokens.ts";
import { parseManifest } from "../source/pages/artifact/content/manifest.ts";
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

Deno.test("digests are told from tags", () =>
  assertEquals([`sha256:${"a".repeat(64)}`, "v1", "sha256-abc"].map(isDigest), [true, false, false]));

const subject = `sha256:${"c".repeat(64)}`;
const subjects: Array<[manifest: string, tags: string[], expected: string | null, reason: string]> = [
  [`{"subject":{"digest":"${subject}"}}`, [], subject, "the manifest names it"],
  ["{}", ["v1", `${subject.replace(":", "-")}.sig`], subject, "cosign's tag names it"],
  ["{}", [subject.replace(":", "-")], subject, "a referrer's tag names it"],
  ["{}", ["sha256-short.sig", "v1"], null, "other tags don't"],
];
for (const [manifest, tags, expected, reason] of subjects) {
  Deno.test(`what is attached has a subject: ${reason}`, () =>
    assertEquals(subjectDigest(parseManifest(manifest), tags), expected));
}

Deno.test("each attestation of an index is beside what it is of", () => {
  const reference = (child_digest: string, of?: string) => ({
    parent_id: 1,
    child_id: 1,
    child_digest,
    annotations: of ? { "vnd.docker.reference.type": "attestation-manifest", "vnd.docker.reference.digest": of } : null,
  });
  const parts = indexParts([reference("a"), reference("b"), reference("c", "a"), reference("d", "elsewhere")]);
  assertEquals(parts.map((part) => [part.reference.child_digest, part.attestations.length, part.isAttestation]), [
    ["a", 1, false],
    ["b", 0, false],
    ["d", 0, true],
  ]);
});

Deno.test("an image's configuration is read as far as it is what it should be", () => {
  const configuration = imageConfiguration({
    os: "linux",
    config: {
      Env: ["A=b=c", "D"],
      Cmd: ["a b", "c"],
      ExposedPorts: { "80/tcp": {} },
      Labels: { x: "y", z: 1 },
      User: 7,
    },
  });
  assertEquals(configuration.environment, [["A", "b=c"], ["D", ""]]);
  assertEquals([configuration.ports, configuration.labels, configuration.user], [["80/tcp"], { x: "y" }, ""]);
  assertEquals(commandText(configuration.arguments), "'a b' c");
});

Deno.test("shares of layers add up, and nothing has none", () => {
  const layer = (size: number) => ({ mediaType: "", digest: "", size, annotations: {} });
  assertEquals(sharesOf([layer(1), layer(3)]), [0.25, 0.75]);
  assertEquals(sharesOf([layer(0)]), [0]);
});

Deno.test("a model's files are listed with their directories", () =>
  assertEquals(filesIn([{ name: "a", size: 1 }, { name: "d", children: [{ name: "b", size: 2 }] }, 7]), [
    { path: "a", size: 1 },
    { path: "d/b", size: 2 },
  ]));
