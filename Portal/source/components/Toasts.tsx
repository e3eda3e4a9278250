import { createContext, ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useText } from "../language/text.ts";
import { Button, IconButton } from "./Button.tsx";

/** Something that can be done about what a toast says, such as undoing it. */
export interface ToastAction {
  label: string;
  run: () => void;
}

interface Toast {
  id: number;
  message: string;
  action?: ToastAction;
}

interface Toasts {
  /** Has toasts shown within an open dialog, outside of which nothing can be reached, until the returned function is called. */
  showWithin: (dialog: HTMLElement) => () => void;
  /** Says something in passing: for 4 seconds, or for 12 if something can be done about it, and while somebody is at it. */
  show: (message: string, action?: ToastAction) => void;
}

const ToastContext = createContext<Toasts | null>(null);

/** Gives the way to say something in passing. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error("useToasts needs a ToastProvider around it");
  return toasts;
}

/** Shows toasts over the page, or over the dialog that was opened last. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(0);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback((message: string, action?: ToastAction) => {
    const id = next.current++;
    setToasts((all) => [...all.slice(-2), { id, message, action }]);
  }, []);
  const { dialog, showWithin } = useOpenDialog();
  const cards = toasts.map((toast) => <ToastCard key={toast.id} toast={toast} dismiss={dismiss} />);
  // Both are there before they say something: assistive technology doesn't hear what a region begins with.
  return (
    <ToastContext.Provider value={useMemo(() => ({ show, showWithin }), [show, showWithin])}>
      {children}
      <ToastRegion>{dialog ? null : cards}</ToastRegion>
      {dialog && createPortal(<ToastRegion>{cards}</ToastRegion>, dialog)}
    </ToastContext.Provider>
  );
}

function ToastRegion({ children }: { children: ReactNode }) {
  return <div className="toasts" role="status" aria-live="polite">{children}</div>;
}

/** The dialog that was opened last, of those that are open. */
function useOpenDialog() {
  const [dialogs, setDialogs] = useState<HTMLElement[]>([]);
  const showWithin = useCallback((dialog: HTMLElement) => {
    setDialogs((all) => [...all, dialog]);
    return () => setDialogs((all) => all.filter((each) => each !== dialog));
  }, []);
  return { dialog: dialogs.at(-1), showWithin };
}

function ToastCard({ toast: { id, message, action }, dismiss }: { toast: Toast; dismiss: (id: number) => void }) {
  const [isHeld, setHeld] = useState(false);
  const { common } = useText();
  const duration = action ? 12_000 : 4_000;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(id), duration);
    return () => clearTimeout(timer);
  }, [isHeld, id, duration, dismiss]);
  const act = () => {
    dismiss(id);
    action?.run();
  };
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{message}</span>
      {action && <Button kind="link" onClick={act}>{action.label}</Button>}
      <IconButton icon="x" label={common.close} onClick={() => dismiss(id)} />
    </div>
  );
}
