import { keepsPasswordRule, makePassword } from "../source/platform/password.ts";
import { assertEquals } from "./assert.ts";

Deno.test("a password has both cases, a digit and 8 to 128 characters", () => {
  const cases: Array<[password: string, keeps: boolean]> = [
    ["Haven12345", true],
    ["Aa345678", true],
    ["Aa34567", false],
    ["haven12345", false],
    ["HAVEN12345", false],
    ["HavenHaven", false],
    ["Aa3" + "x".repeat(125), true],
    ["Aa3" + "x".repeat(126), false],
  ];
  for (const [password, keeps] of cases) assertEquals(keepsPasswordRule(password), keeps);
});

Deno.test("passwords that are made up keep the rule and differ", () => {
  const made = Array.from({ length: 200 }, makePassword);
  assertEquals(made.every((password) => keepsPasswordRule(password) && password.length === 20), true);
  assertEquals(new Set(made).size, made.length);
});
