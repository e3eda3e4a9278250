import { permissionMatrix, sortRoles } from "../source/pages/administration/roles/matrix.ts";
import { assertEquals } from "./assert.ts";

function role(id: number, name: string, ...permissions: string[]) {
  return {
    id,
    name,
    description: "",
    is_builtin: id < 100,
    permissions: permissions.map((text) => {
      const [resource = "", action = ""] = text.split(":");
      return { resource, action };
    }),
  };
}

const roles = [
  role(1, "projectAdmin", "member:list", "repository:pull", "repository:push", "member:create"),
  role(3, "guest", "repository:pull"),
  // A permission that no other role has.
  role(101, "scribe", "label:create"),
];

Deno.test("permissions are grouped by resource, with who has them", () => {
  assertEquals(permissionMatrix(roles), [
    {
      area: "content",
      resource: "repository",
      rows: [{ action: "pull", isGranted: [true, true, false] }, { action: "push", isGranted: [true, false, false] }],
    },
    { area: "project", resource: "label", rows: [{ action: "create", isGranted: [false, false, true] }] },
    {
      area: "people",
      resource: "member",
      rows: [{ action: "list", isGranted: [true, false, false] }, {
        action: "create",
        isGranted: [true, false, false],
      }],
    },
  ]);
});

Deno.test("what all roles have is no difference", () => {
  const groups = permissionMatrix(roles.slice(0, 2), true);
  assertEquals(groups.flatMap(({ resource, rows }) => rows.map(({ action }) => `${resource}:${action}`)), [
    "repository:push",
    "member:list",
    "member:create",
  ]);
});

Deno.test("built-in roles come first, the most powerful at the beginning", () => {
  const sorted = sortRoles([role(102, "b"), role(5, "limitedGuest"), role(101, "a"), role(1, "projectAdmin")], [
    1,
    4,
    2,
    3,
    5,
  ]);
  assertEquals(sorted.map(({ id }) => id), [1, 5, 101, 102]);
});
