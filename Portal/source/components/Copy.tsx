import { ReactNode, useEffect, useState } from "react";
import { useText } from "../language/text.ts";
import { IconButton } from "./Button.tsx";
import { useToasts } from "./Toasts.tsx";

/** Puts a text on the clipboard; also on pages without TLS, where browsers keep the clipboard's own interface away. */
function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.className = "visually-hidden";
  // An open dialog makes everything outside of it inert.
  const holder = document.querySelector("dialog[open]") ?? document.body;
  const focused = document.activeElement;
  holder.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied ? Promise.resolve() : Promise.reject(new Error("the browser did not copy"));
}

/** Gives a function that copies a text and says so; `onCopied` is called when it is on the clipboard. */
export function useCopy(onCopied?: () => void): (text: string) => void {
  const { show } = useToasts();
  const { common } = useText();
  const succeed = () => {
    show(common.copied);
    onCopied?.();
  };
  return (text) => void copyText(text).then(succeed, () => show(common.copyFailed));
}

/** A button that copies a text; it is ticked for a moment, since a dialog covers what is said in passing. */
export function CopyButton({ text, label, onCopied }: { text: string; label?: string; onCopied?: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const copy = useCopy(() => {
    setCopied(true);
    onCopied?.();
  });
  const { common } = useText();
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return <IconButton icon={isCopied ? "check" : "copy"} label={label ?? common.copy} onClick={() => copy(text)} />;
}

/** A command for a terminal, with a button that copies it. */
export function Command({ text, label }: { text: string; label?: string }) {
  return (
    <div className="command">
      <code className="command-text" tabIndex={0}>{text}</code>
      <CopyButton text={text} label={label} />
    </div>
  );
}

/** Several lines of code or data, with a button that copies them. */
export function CodeBlock({ text, label, onCopied, children }: {
  text: string;
  label?: string;
  /** Called when the text is on the clipboard, by the button or by hand. */
  onCopied?: () => void;
  /** The text with its parts told apart. */
  children?: ReactNode;
}) {
  return (
    <div className="code">
      <pre tabIndex={0} role="group" aria-label={label} onCopy={onCopied}><code>{children ?? text}</code></pre>
      <CopyButton text={text} onCopied={onCopied} />
    </div>
  );
}
