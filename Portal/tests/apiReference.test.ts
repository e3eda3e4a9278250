import { ApiDocument, matches, Operation, operationGroups } from "../source/pages/apiReference/apiDocument.ts";
import { curlCommand } from "../source/pages/apiReference/curlCommand.ts";
import { exampleOf, limitsOf, shownSchema } from "../source/pages/apiReference/schemaWords.ts";
import { assertEquals } from "./assert.ts";

const document: ApiDocument = {
  servers: [{ url: "/api/v2.0" }],
  tags: [{ name: "project", description: "Projects." }, { name: "unused" }],
  paths: {
    "/projects/{project_name}": {
      parameters: [{ $ref: "#/components/parameters/name" }],
      put: {
        tags: ["project"],
        operationId: "updateProject",
        summary: "Changes it.",
        "x-permission": "project project:update",
        parameters: [{ name: "force", in: "query", required: true }],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Project" } } } },
        responses: { "200": { description: "Done." }, "501": { $ref: "#/components/responses/NotImplemented" } },
      },
      get: {
        tags: ["project"],
        operationId: "listScanners",
        summary: "Lists.",
        "x-permission": "open",
        responses: { "200": { $ref: "#/components/responses/Nothing" } },
      },
    },
  },
  components: {
    parameters: { name: { name: "project_name", in: "path", required: true, schema: { type: "string" } } },
    schemas: {
      Project: {
        type: "object",
        properties: { name: { type: "string", maxLength: 255 }, parent: { $ref: "#/components/schemas/Project" } },
      },
      Projects: { type: "array", items: { $ref: "#/components/schemas/Project" } },
    },
  },
};

const [group = { name: "", description: "", operations: [] }, ...others] = operationGroups(document);
const [list, update] = group.operations as [Operation, Operation];

Deno.test("groups without operations are left out", () => assertEquals(others.length, 0));

Deno.test("parameters of the path and the operation are followed", () =>
  assertEquals(update.parameters.map(({ name }) => name), ["project_name", "force"]));

Deno.test("an operation that gives nothing yet comes later", () =>
  assertEquals([list.isLater, update.isLater], [true, false]));

Deno.test("all words of the filter have to match", () => {
  assertEquals(matches(group, update, "PUT changes"), true);
  assertEquals(matches(group, update, "put lists"), false);
});

Deno.test("arrays are named by what is in them", () => {
  const { type, object } = shownSchema(document, { $ref: "#/components/schemas/Projects" });
  assertEquals([type, Object.keys(object?.properties ?? {})], ["Project[]", ["name", "parent"]]);
});

Deno.test("limits are short", () => assertEquals(limitsOf({ maxLength: 255, enum: ["a"] }), ['"a"', "≤ 255"]));

Deno.test("an example of what holds itself has an end", () =>
  assertEquals(exampleOf(document, { $ref: "#/components/schemas/Project" }, 2), {
    name: "",
    parent: { name: "", parent: {} },
  }));

Deno.test("the command has method, user, names to fill in and a body", () =>
  assertEquals(
    curlCommand(document, update, "https://haven.example", "alice").split(" \\\n  ").slice(0, 2),
    [
      "curl -X PUT -u alice 'https://haven.example/api/v2.0/projects/PROJECT_NAME?force=FORCE'",
      "-H 'Content-Type: application/json'",
    ],
  ));
