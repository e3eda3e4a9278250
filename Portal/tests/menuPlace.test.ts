import { placeBeside } from "../source/components/useMenuPlace.ts";
import { assertEquals } from "./assert.ts";

const list = { width: 200, height: 150 };
const window = { width: 1000, height: 600 };
const button = (left: number, top: number) => ({
  left,
  top,
  right: left + 32,
  bottom: top + 32,
  width: 32,
  height: 32,
});

Deno.test("a menu opens below its button, its end at the button's end", () => {
  assertEquals(placeBeside(button(900, 100), list, window), { left: 732, top: 136 });
});

Deno.test("a menu of a button on the left begins where the button begins", () => {
  assertEquals(placeBeside(button(20, 100), list, window), { left: 20, top: 136 });
});

Deno.test("a menu opens above where there is no room below", () => {
  assertEquals(placeBeside(button(900, 500), list, window), { left: 732, top: 346 });
});

Deno.test("a menu stays below where there is no room at all, and within the window", () => {
  assertEquals(placeBeside(button(300, 60), list, { width: 390, height: 220 }), { left: 132, top: 96 });
  assertEquals(placeBeside(button(150, 60), list, { width: 210, height: 600 }), { left: 4, top: 96 });
});
