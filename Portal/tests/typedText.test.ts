import { readTypedText } from "../source/pages/search/typedText.ts";
import { assertEquals } from "./assert.ts";

const hex = "0123456789abcdef".repeat(4);

Deno.test("words are words", () =>
  assertEquals(readTypedText(" web front "), { words: "web front", reference: null, digest: null }));

Deno.test("a reference loses its host", () =>
  assertEquals(readTypedText("registry.example.com:8443/team/web:v1").reference, {
    repository: "team/web",
    tag: "v1",
    digest: null,
  }));

Deno.test("a pull command is what it pulls", () =>
  assertEquals(readTypedText(`docker pull --platform=linux/arm64 localhost/team/a/b@sha256:${hex}`), {
    words: "team/a/b",
    reference: { repository: "team/a/b", tag: null, digest: `sha256:${hex}` },
    digest: `sha256:${hex}`,
  }));

Deno.test("tag and digest together", () =>
  assertEquals(readTypedText(`team/web:v1@sha256:${hex}`).reference, {
    repository: "team/web",
    tag: "v1",
    digest: `sha256:${hex}`,
  }));

Deno.test("the scheme of charts is passed over", () =>
  assertEquals(readTypedText("helm pull oci://localhost:5000/team/charts/web --version 1.0").words, "team/charts/web"));

Deno.test("a digest may be cut off, and may lack its algorithm", () => {
  assertEquals(readTypedText("sha256:0a1b").digest, "sha256:0a1b");
  assertEquals(readTypedText("0a1b2c3d").digest, "sha256:0a1b2c3d");
  assertEquals(readTypedText("cafe").digest, null);
});

Deno.test("a colon without a tag is no reference yet", () =>
  assertEquals(readTypedText("team/web:"), { words: "team/web", reference: null, digest: null }));
