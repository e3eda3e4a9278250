import { lazy, Suspense } from "react";
import { Skeleton } from "./Skeleton.tsx";

const MarkdownBody = lazy(() => import("./markdown/MarkdownBody.tsx"));

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
