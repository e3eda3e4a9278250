import { artifactPath, containing, exactly, withQuery } from "../source/api/paths.ts";
import { artifactAddress, splitRepositoryName } from "../source/platform/addresses.ts";
import { assertEquals } from "./assert.ts";

Deno.test("names in paths of the API are escaped, repositories twice", () =>
  assertEquals(
    artifactPath("team", "a/b", "sha256:1"),
    "/projects/team/repositories/a%252Fb/artifacts/sha256%3A1",
  ));

Deno.test("addresses keep slashes and colons readable", () =>
  assertEquals(artifactAddress("team", "a/b", "sha256:1"), "/projects/team/repositories/a/b/-/sha256:1"));

Deno.test("only the first component is the project", () =>
  assertEquals(splitRepositoryName("team/a/b"), { project: "team", repository: "a/b" }));

Deno.test("empty values of a query are left out", () =>
  assertEquals(withQuery("/x", { a: "", b: null, c: 0, d: false }), "/x?c=0&d=false"));

Deno.test("what is typed into a filter can't become grammar", () =>
  assertEquals(containing("name", " a,b=[1~2] "), "name=~a\\,b\\=\\[1\\~2\\]"));

Deno.test("a quotation mark can't swallow what follows", () =>
  assertEquals(exactly("username", "o'neill"), "username=o\\'neill"));

Deno.test("no text, no condition", () => assertEquals(containing("name", "  "), null));
