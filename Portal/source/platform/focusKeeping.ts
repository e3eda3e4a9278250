/** Where the focus was last on the page, so that it can go nearby when what had it is gone. */
interface Place {
  path: string;
  element: HTMLElement;
  /** What the element is in, from the inside to the outside. */
  around: HTMLElement[];
  /** The row of a list, and the control in it. */
  row: number;
  control: number;
}

const controls = "a[href], button:not([disabled], [tabindex='-1']), input:not([disabled]), select, textarea";

/**
 * Keeps the focus on the page when what has it goes: a row that was deleted, a button that was replaced.
 *
 * Browsers give it to the document then, and whoever works by keyboard begins at the top again. It goes to the same control of the row
 * that has come to the same place, or else to the first control of what is left around.
 */
export function keepFocus(page: HTMLElement): () => void {
  let place: Place | null = null;
  const remember = (event: FocusEvent) => {
    if (event.target instanceof HTMLElement && !event.target.closest("dialog")) place = placeOf(event.target);
  };
  const watcher = new MutationObserver(() => {
    if (!place || place.element.isConnected || place.path !== location.pathname) return;
    if (document.activeElement !== document.body) return;
    successor(place, page)?.focus({ preventScroll: true });
  });
  // Who presses on something that takes no focus has left the place.
  const leave = (event: PointerEvent) => {
    if (event.target instanceof Element && !event.target.closest(controls)) place = null;
  };
  document.addEventListener("focusin", remember);
  document.addEventListener("pointerdown", leave);
  watcher.observe(page, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", remember);
    document.removeEventListener("pointerdown", leave);
    watcher.disconnect();
  };
}

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = [];
  for (let each = element.parentElement; each; each = each.parentElement) around.push(each);
  const row = element.closest("tr");
  return {
    path: location.pathname,
    element,
    around,
    row: row ? [...row.parentElement?.children ?? []].indexOf(row) : 0,
    control: row ? controlsIn(row).indexOf(element) : 0,
  };
}

function successor({ around, row, control }: Place, page: HTMLElement): HTMLElement | undefined {
  const rest = around.find((each) => each.isConnected);
  if (!rest || !page.contains(rest)) return undefined;
  if (rest.tagName === "TBODY") {
    const next = rest.children[Math.min(row, rest.children.length - 1)];
    const found = next ? controlsIn(next) : [];
    return found[control] ?? found.at(-1);
  }
  return controlsIn(rest)[0] ?? page.querySelector<HTMLElement>("h1[tabindex]") ?? undefined;
}

function controlsIn(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(controls)];
}
