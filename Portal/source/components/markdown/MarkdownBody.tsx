import { createElement, Fragment, ReactNode, useMemo } from "react";
import { marked } from "marked";
import { useText } from "../../language/text.ts";
import { Notice } from "../Notice.tsx";
import { headingID, linkTarget } from "./linkTarget.ts";
import { headingLevels, longestMarkdown, MarkdownToken, readMarkdown, unescaped } from "./markdownTokens.ts";

/** Shows a Markdown text that anybody may have written: elements made one by one, never markup of the text itself. */
export default function MarkdownBody({ text, topLevel }: { text: string; topLevel: number }) {
  const tokens = useMemo(() => readMarkdown(text), [text]);
  const { commands } = useText();
  return (
    <div className="markdown">
      {tokens ? <Blocks tokens={tokens} topLevel={topLevel} /> : (
        <>
          <Notice>{commands.noMarkdown}</Notice>
          <pre tabIndex={0}>{text.slice(0, longestMarkdown)}</pre>
        </>
      )}
      {text.length > longestMarkdown && <Notice>{commands.shortenedMarkdown}</Notice>}
    </div>
  );
}

/** The tokens of a whole text, whose headings get levels that fit the page. */
export function Blocks({ tokens, topLevel }: { tokens: MarkdownToken[]; topLevel: number }) {
  const headings = tokens.filter((token): token is marked.Tokens.Heading => token.type === "heading");
  const levels = headingLevels(headings.map((heading) => heading.depth), topLevel);
  return <>{renderAll(tokens, (heading) => levels[headings.indexOf(heading)] ?? 6)}</>;
}

type LevelOf = (heading: marked.Tokens.Heading) => number;

function renderAll(tokens: unknown[] | undefined, levelOf: LevelOf): ReactNode {
  // Children come from the same lexer, with the same tokens.
  const children = (tokens ?? []) as MarkdownToken[];
  return children.map((token, index) => <Fragment key={index}>{render(token, levelOf)}</Fragment>);
}

function render(token: MarkdownToken, levelOf: LevelOf): ReactNode {
  const inner = "tokens" in token ? renderAll(token.tokens, levelOf) : null;
  switch (token.type) {
    case "heading":
      return createElement(`h${levelOf(token)}`, { id: headingID(unescaped(token.text)) }, inner);
    case "paragraph":
      return <p>{inner}</p>;
    case "text":
    case "escape":
      return inner ?? unescaped(token.text);
    case "strong":
      return <strong>{inner}</strong>;
    case "em":
      return <em>{inner}</em>;
    case "del":
      return <del>{inner}</del>;
    case "codespan":
      return <code>{unescaped(token.text)}</code>;
    case "code":
      return <pre tabIndex={0}><code>{token.text}</code></pre>;
    case "br":
      return <br />;
    case "hr":
      return <hr />;
    case "blockquote":
      return <blockquote>{inner}</blockquote>;
    case "list":
      return <List list={token} levelOf={levelOf} />;
    case "table":
      return <MarkdownTable table={token} levelOf={levelOf} />;
    case "link":
      return <ForeignLink address={token.href} title={token.title}>{inner}</ForeignLink>;
    case "image":
      // The page loads nothing from other sites: they would learn who looks at it.
      return <ForeignLink address={token.href} title={token.title}>{unescaped(token.text) || token.href}</ForeignLink>;
    case "html":
      return <RawHTML text={token.text} />;
    case "space":
    case "def":
      return null;
  }
}

function ForeignLink({ address, title, children }: { address: string; title: string | null; children: ReactNode }) {
  const target = linkTarget(unescaped(address));
  if (target === null) return <>{children}</>;
  const isOutside = !target.startsWith("#");
  return (
    <a
      href={target}
      title={title ? unescaped(title) : undefined}
      rel={isOutside ? "noopener noreferrer nofollow" : undefined}
      target={isOutside ? "_blank" : undefined}
    >
      {children}
    </a>
  );
}

/** Markup within the text is shown as it was written, but for comments and line breaks. */
function RawHTML({ text }: { text: string }) {
  if (/^<br\s*\/?>\s*$/i.test(text)) return <br />;
  const shown = text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "").trim();
  return shown ? <span className="markdown-html">{shown}</span> : null;
}

function List({ list, levelOf }: { list: marked.Tokens.List; levelOf: LevelOf }) {
  const items = list.items.map((item, index) => (
    <li key={index} className={item.task ? "markdown-task" : undefined}>
      {item.task && <span aria-hidden="true">{item.checked ? "☑" : "☐"}</span>}
      <div>{renderAll(item.tokens, levelOf)}</div>
    </li>
  ));
  return list.ordered ? <ol start={list.start || undefined}>{items}</ol> : <ul>{items}</ul>;
}

function MarkdownTable({ table, levelOf }: { table: marked.Tokens.Table; levelOf: LevelOf }) {
  return (
    <div className="markdown-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell, index) => <th key={index} scope="col">{renderAll(cell.tokens, levelOf)}</th>)}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>{row.map((cell, column) => <td key={column}>{renderAll(cell.tokens, levelOf)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
