import { FormEvent, ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { Change } from "../platform/useChange.ts";
import { useText } from "../language/text.ts";
import { Button, ButtonKind, IconButton } from "./Button.tsx";
import { FailureNotice } from "./Notice.tsx";
import { useToasts } from "./Toasts.tsx";

/** What gets the focus first: a field to fill in, or else the first button or link of the content. */
const firstControl = [
  ".dialog-body :is(input:not([readonly], [disabled]), select, textarea)",
  ".dialog-body:not(:has(input, select, textarea)) :is(button, a[href])",
].join();

/** A window over the page: the rest can't be reached until it is closed, by Escape too. */
export function Dialog({ title, isWide = false, onClose, children }: {
  title: string;
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { common } = useText();
  const id = useId();
  // Closed while it is still in the document, so that the browser gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>(firstControl)?.focus();
    return () => element?.close();
  }, []);
  const { showWithin } = useToasts();
  useEffect(() => dialog.current ? showWithin(dialog.current) : undefined, [showWithin]);
  return (
    <dialog
      ref={dialog}
      className={isWide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // The second Escape in a row would close the dialog without asking.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="x" label={common.close} onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}

/** A form in a dialog: its fields, why it failed, and two buttons. It closes when the change has succeeded. */
export function FormDialog({ title, submit, kind = "primary", change, canSubmit = true, isWide, onClose, children }: {
  title: string;
  /** What the button says. */
  submit: string;
  kind?: ButtonKind;
  change: Change<[]>;
  canSubmit?: boolean;
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { common } = useText();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    // Portals and nested forms: the event would reach an outer form too.
    event.stopPropagation();
    if (canSubmit && await change.run()) onClose();
  };
  return (
    <Dialog title={title} isWide={isWide} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        {children}
        <FailureNotice failure={change.failure} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" kind={kind} isBusy={change.isRunning} disabled={!canSubmit}>{submit}</Button>
        </div>
      </form>
    </Dialog>
  );
}
