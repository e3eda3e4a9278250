import { RefObject, useCallback, useEffect, useRef, useState } from "react";
import { usePath } from "../platform/location.ts";

/** The navigation of a narrow screen: opened by a button, it keeps the focus until it is closed. */
export interface Drawer {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  /** Goes on the element that is shown and hidden. */
  drawer: RefObject<HTMLElement>;
  /** Goes on the button that opens it; the focus comes back here. */
  opener: RefObject<HTMLButtonElement>;
}

/** As `max-width` in shell.css. */
const narrow = "(max-width: 60rem)";

/** Gives the drawer's state: it closes by Escape, when a page was chosen and when the window becomes wide. */
export function useDrawer(): Drawer {
  const [isOpen, setOpen] = useState(false);
  const drawer = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const path = usePath();
  useEffect(() => setOpen(false), [path]);
  const close = useCallback(() => {
    setOpen(false);
    // What is around the drawer takes the focus only when it isn't inert any more.
    requestAnimationFrame(() => opener.current?.focus());
  }, []);
  useEffect(() => {
    if (!isOpen) return;
    drawer.current?.querySelector<HTMLElement>("[aria-current=page], a")?.focus();
    const width = matchMedia(narrow);
    const widen = () => setOpen(false);
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    width.addEventListener("change", widen);
    addEventListener("keydown", press);
    return () => {
      width.removeEventListener("change", widen);
      removeEventListener("keydown", press);
    };
  }, [isOpen, close]);
  return { isOpen, open: useCallback(() => setOpen(true), []), close, drawer, opener };
}
