import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Blocks } from "../source/components/markdown/MarkdownBody.tsx";
import { linkTarget } from "../source/components/markdown/linkTarget.ts";
import { headingLevels, readMarkdown, unescaped } from "../source/components/markdown/markdownTokens.ts";
import { assertEquals } from "./assert.ts";

function html(text: string): string {
  const tokens = readMarkdown(text);
  return tokens ? renderToStaticMarkup(createElement(Blocks, { tokens, topLevel: 3 })) : "unreadable";
}

const refused: Array<[address: string, reason: string]> = [
  ["javascript:alert(1)", "a script"],
  ["JaVaScRiPt:alert(1)", "a script in mixed case"],
  ["java\nscript:alert(1)", "a scheme with a line break, which browsers drop"],
  ["\u0001javascript:alert(1)", "a scheme after a control character"],
  ["data:text/html,<script>alert(1)</script>", "data"],
  ["vbscript:msgbox(1)", "another language's script"],
  ["file:///etc/passwd", "a file"],
  ["//elsewhere.example.com", "another host without a scheme"],
  ["/api/v2.0/users", "a path, which would be one of this registry"],
  ["readme.md", "a relative path"],
  ["https://registry.example.com@elsewhere.example.com", "a user that looks like a host"],
  ["https://[", "no address"],
];
for (const [address, reason] of refused) {
  Deno.test(`a link may not lead to ${reason}`, () => assertEquals(linkTarget(address), null));
}

const allowed: Array<[address: string, expected: string]> = [
  ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
  ["HTTP://example.com", "http://example.com/"],
  ["mailto:a@example.com", "mailto:a@example.com"],
  ["#How to run it", "#text-howtorunit"],
  ["#how-to-run-it", "#text-how-to-run-it"],
];
for (const [address, expected] of allowed) {
  Deno.test(`a link may lead to ${address}`, () => assertEquals(linkTarget(address), expected));
}

const hostile: Array<[text: string, expected: string, reason: string]> = [
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "a block of script"],
  ["a <img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;", "an element with a handler"],
  ["[a](javascript:alert(1))", "<p>a</p>", "a script as a link"],
  ["[a](javascript&#58;alert(1))", "<p>a</p>", "a script whose colon is an entity"],
  ["[a](javascript&colon;alert(1))", "<p>a</p>", "a script whose colon is a named entity"],
  ["<javascript:alert(1)>", "<p>javascript:alert(1)</p>", "a script as an automatic link"],
  ["[a]\n\n[a]: javascript:alert(1)", "<p>a</p>", "a script as a reference"],
  ["![a](https://example.com/spy.png)", ">a</a></p>", "a picture from elsewhere"],
  [
    '[a](https://example.com "\\" onclick=\\"alert(1)")',
    'title="&quot; onclick=&quot;alert(1)"',
    "a title that ends itself",
  ],
  ["```\n</code><script>\n```", "&lt;/code&gt;&lt;script&gt;", "code that ends itself"],
  ["# <script>x", "&lt;script&gt;", "a heading with markup"],
  ["<!-- a --> b", ">b<", "a comment"],
];
const harmlessAttributes = /^( (href="(https:|mailto:|#)|title="|rel="|target="|class="|id="|tabindex=")[^"]*")*$/;
for (const [text, expected, reason] of hostile) {
  Deno.test(`harmless: ${reason}`, () => {
    const made = html(text);
    if (!made.includes(expected)) throw new Error(`${made} does not include ${expected}`);
    for (const [, name, attributes] of made.matchAll(/<\/?(\w+)((?: \w+="[^"]*")*)/g)) {
      if (!/^(p|a|pre|code|h3|span)$/.test(name ?? "")) throw new Error(`${name} in ${made}`);
      if (!harmlessAttributes.test(attributes ?? "")) throw new Error(`${attributes} in ${made}`);
    }
  });
}

const shown: Array<[text: string, expected: string]> = [
  ["a **b** _c_ ~~d~~ `e<f`", "<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e&lt;f</code></p>"],
  ["a < b & c", "<p>a &lt; b &amp; c</p>"],
  ["# A\n### B", '<h3 id="text-a">A</h3><h4 id="text-b">B</h4>'],
  ["3. a\n4. b", '<ol start="3"><li><div>a</div></li><li><div>b</div></li></ol>'],
  ["a<br>b", "<p>a<br/>b</p>"],
];
for (const [text, expected] of shown) {
  Deno.test(`${JSON.stringify(text)} is shown`, () => assertEquals(html(text), expected));
}

const long = 64 * 1024;
const costly: Array<[text: string, reason: string]> = [
  [">".repeat(long), "quotes in quotes"],
  ["- ".repeat(long / 2), "lists in lists"],
  ["*a ".repeat(long / 3), "emphasis that never ends"],
  ["*a **b ".repeat(long / 7), "emphasis in emphasis"],
  ["*_".repeat(long / 4) + "a" + "_*".repeat(long / 4), "emphasis that nests"],
  ["_a".repeat(long / 2), "marks within words"],
  ["[".repeat(long), "brackets"],
  ["![".repeat(long / 2), "pictures that never end"],
  ["|".repeat(long), "cells"],
  [`a|b\n-|-\n${"a|".repeat(long / 2)}`, "a row of many cells"],
  ["<".repeat(long), "markup that never begins"],
  ["__a__".repeat(long / 5), "emphasis of words"],
];
for (const [text, reason] of costly) {
  Deno.test(`read soon, or not at all: ${reason}`, () => {
    const start = performance.now();
    html(text);
    const duration = performance.now() - start;
    if (duration > 3_000) throw new Error(`${duration} ms`);
  });
}

const levels: Array<[depths: number[], expected: number[]]> = [
  [[1, 2, 2, 3, 1], [3, 4, 4, 5, 3]],
  [[3, 1, 6], [3, 3, 4]],
  [[1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 6, 6]],
];
for (const [depths, expected] of levels) {
  Deno.test(`headings of levels ${depths} get ${expected}`, () => assertEquals(headingLevels(depths, 3), expected));
}

Deno.test("entities are read once", () =>
  assertEquals(unescaped("&amp;lt; &#65;&#x42; &unknown;"), "&lt; AB &unknown;"));
