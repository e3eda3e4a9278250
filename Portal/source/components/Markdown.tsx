import { lazy, Suspense } from "react";
import { useText } from "../language/text.ts";
import { Notice } from "./Notice.tsx";
import { Skeleton } from "./Skeleton.tsx";

const MarkdownBody = lazy(() => import("./markdown/MarkdownBody.tsx").catch(() => ({ default: PlainText })));

/** Shows a Markdown text of anybody's: without its markup, its scripts, and what it would load from elsewhere. */
export function Markdown({ text, topLevel = 3 }: {
  text: string;
  /** The level of the text's outermost heading, one below that of the page's part that it is in. */
  topLevel?: number;
}) {
  return (
    <Suspense fallback={<Skeleton lines={2} />}>
      <MarkdownBody text={text} topLevel={topLevel} />
    </Suspense>
  );
}

/** Stands in where the script that reads Markdown can't be fetched, as after an upgrade: the page goes on without it. */
function PlainText({ text }: { text: string }) {
  const { commands } = useText();
  return (
    <>
      <Notice>{commands.noMarkdown}</Notice>
      <pre className="markdown" tabIndex={0}>{text}</pre>
    </>
  );
}
