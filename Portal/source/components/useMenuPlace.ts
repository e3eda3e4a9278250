import { RefObject, useLayoutEffect } from "react";

/** Pixels between a button and its list, and between a list and the window's edge. */
const gap = 4;

/**
 * Puts an opened list beside its holder: below or above, wherever there is room. Tables and dialogs that scroll would cut off a list
 * that is placed within them, so it stands in the window; `close` is called when the page moves below it.
 */
export function useMenuPlace(
  holder: RefObject<HTMLElement>,
  list: RefObject<HTMLElement>,
  isOpen: boolean,
  close: () => void,
): void {
  useLayoutEffect(() => {
    if (!isOpen || !holder.current || !list.current) return;
    const place = placeBeside(holder.current.getBoundingClientRect(), list.current.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: document.documentElement.clientHeight,
    });
    list.current.style.left = `${place.left}px`;
    list.current.style.top = `${place.top}px`;
    // Focus moves into the list after this and must not close it by scrolling.
    const frame = requestAnimationFrame(() => addEventListener("scroll", close, { capture: true, passive: true }));
    addEventListener("resize", close);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", close, { capture: true });
      removeEventListener("resize", close);
    };
    // The place is that of the moment of opening
  }, [isOpen]);
}

/** A rectangle's place and size. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
}

/** Where a list goes beside its button: within the window, below it if there is room, its end at the button's end. */
export function placeBeside(
  button: Box,
  list: { width: number; height: number },
  window: { width: number; height: number },
): { left: number; top: number } {
  const isStart = button.left + button.width / 2 < window.width / 2;
  const wanted = isStart ? button.left : button.right - list.width;
  const left = Math.max(gap, Math.min(wanted, window.width - list.width - gap));
  const below = button.bottom + gap;
  const above = button.top - gap - list.height;
  const fits = below + list.height + gap <= window.height || above < gap;
  return { left, top: fits ? below : above };
}
