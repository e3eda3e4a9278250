import { KeyboardEvent, ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon, IconName } from "./Icon.tsx";
import { IconButton } from "./Button.tsx";
import { useMenuPlace } from "./useMenuPlace.ts";

/** An action of a menu. */
export interface MenuAction {
  label: string;
  icon?: IconName;
  isDangerous?: boolean;
  /** For one of several choices: whether it is the one. */
  isChosen?: boolean;
  run: () => void;
}

/** What makes a button open a menu. */
interface MenuButtonAttributes {
  "aria-haspopup": "menu";
  "aria-expanded": boolean;
  "aria-controls": string | undefined;
  onClick: () => void;
}

/** A button that opens a list of actions or choices: arrows move, Enter chooses, Escape closes. */
export function Menu({ label, actions, button }: {
  label: string;
  /** A null is a line between actions; false leaves one out. */
  actions: Array<MenuAction | null | false>;
  /** What the button shows instead of three dots; its attributes open the menu. */
  button?: (attributes: MenuButtonAttributes) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useMenuPlace(holder, list, isOpen, () => setOpen(false));
  useClosing(holder, isOpen, () => setOpen(false));
  const shown = actions.filter((action) => action !== false);
  if (shown.length === 0) return null;
  const attributes: MenuButtonAttributes = {
    "aria-haspopup": "menu",
    "aria-expanded": isOpen,
    "aria-controls": isOpen ? id : undefined,
    onClick: () => setOpen(!isOpen),
  };
  const close = () => {
    setOpen(false);
    holder.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  };
  return (
    <div
      className="menu"
      ref={holder}
      onKeyDown={(event) => isOpen ? moveInMenu(event, holder.current, close) : openByArrow(event, setOpen)}
    >
      {button ? button(attributes) : <IconButton icon="ellipsis" label={label} {...attributes} />}
      {isOpen && (
        <div className="menu-list" role="menu" aria-label={label} id={id} ref={list}>
          {shown.map((action, index) =>
            action === null ? <div key={index} className="menu-separator" role="separator" /> : (
              <button
                key={index}
                type="button"
                tabIndex={-1}
                role={action.isChosen === undefined ? "menuitem" : "menuitemradio"}
                aria-checked={action.isChosen}
                className={action.isDangerous ? "menu-item menu-item-danger" : "menu-item"}
                onClick={() => {
                  close();
                  action.run();
                }}
              >
                {action.icon && <Icon name={action.icon} />}
                <span className="menu-item-label">{action.label}</span>
                {action.isChosen && <Icon name="check" />}
              </button>
            )
          )}
        </div>
      )}
    </div>
  );
}

/** An entry of a menu. */
const item = "[role^=menuitem]";

function openByArrow(event: KeyboardEvent, setOpen: (isOpen: boolean) => void): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  setOpen(true);
}

/** Focuses the chosen or the first entry of an opened menu, and closes it when something else is pressed. */
function useClosing(holder: { current: HTMLElement | null }, isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const chosen = holder.current?.querySelector<HTMLElement>("[aria-checked=true]");
    (chosen ?? holder.current?.querySelector<HTMLElement>(item))?.focus();
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !holder.current?.contains(event.target)) latest.current();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [isOpen, holder]);
}

function moveInMenu(event: KeyboardEvent, holder: HTMLElement | null, close: () => void): void {
  const items = [...holder?.querySelectorAll<HTMLElement>(item) ?? []];
  if (items.length === 0) return;
  const current = items.findIndex((element) => element === document.activeElement);
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Escape") close();
  else if (next === undefined) return;
  else items.at(next % items.length)?.focus();
  event.preventDefault();
  event.stopPropagation();
}
