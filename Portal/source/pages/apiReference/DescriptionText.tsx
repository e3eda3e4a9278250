/** Text of the description: what stands between backticks is code. */
export function DescriptionText({ text }: { text: string }) {
  return <>{text.split("`").map((part, index) => index % 2 === 1 ? <code key={index}>{part}</code> : part)}</>;
}

/** The mark of what goes beyond Harbor's API. */
const mark = "*Extension.*";

/** Takes the mark of an extension off a text. */
export function withoutMark(text: string): { isExtension: boolean; text: string } {
  return text.startsWith(mark)
    ? { isExtension: true, text: text.slice(mark.length).trim() }
    : { isExtension: false, text };
}
