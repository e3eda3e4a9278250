/** A sentence whose patterns, which stand between U+2068 and U+2069, are shown as code. */
export function MarkedText({ text }: { text: string }) {
  const parts = text.split(/[\u2068\u2069]/);
  return (
    <span className="wrap-anywhere">
      {/* Every second part is a pattern. */}
      {parts.map((part, index) => index % 2 === 1 ? <code key={index} className="rule-pattern">{part}</code> : part)}
    </span>
  );
}
