import { useLayoutEffect, useRef } from "react";
import { CopyButton } from "../../components/Copy.tsx";

/** Pixels from its end within which a log is read at its end. */
const slack = 24;

/** A log that grows: its end stays in sight until somebody scrolls away from it. */
export function LogText({ text, label }: { text: string; label: string }) {
  const box = useRef<HTMLPreElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (box.current && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [text]);
  return (
    <div className="code">
      <pre
        ref={box}
        className="log"
        tabIndex={0}
        role="group"
        aria-label={label}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          isAtEnd.current = scrollHeight - scrollTop - clientHeight < slack;
        }}
      ><code>{text}</code></pre>
      <CopyButton text={text} />
    </div>
  );
}
