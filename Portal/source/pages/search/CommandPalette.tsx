import { useCallback, useId, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../../components/Icon.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { navigate } from "../../platform/location.ts";
import { PaletteEntry, usePaletteGroups } from "./paletteEntries.ts";
import { PaletteList } from "./PaletteList.tsx";
import { useFindings } from "./useFindings.ts";
import { usePaletteKeys } from "./usePaletteKeys.ts";

/** Finds projects, repositories, tags, digests and actions by what is typed. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { search: text } = useText();
  const [typed, setTyped] = useState("");
  const { found, failure, isCurrent } = useFindings(typed);
  const groups = usePaletteGroups(typed, found);
  const entries = groups.flatMap((group) => group.entries);
  const choose = useCallback(({ address, run }: PaletteEntry, inNewTab: boolean) => {
    if (address && inNewTab) {
      open(address, "_blank", "noopener");
      return;
    }
    onClose();
    run?.();
    if (address) navigate(address);
  }, [onClose]);
  const { active, mark, press } = usePaletteKeys(entries, typed, isCurrent, choose);
  const id = useId();
  const dialog = useOpenDialog();
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={text.palette}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="palette-field">
        <Icon name="search" />
        <input
          className="palette-input"
          type="text"
          role="combobox"
          aria-label={text.palette}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active && `${id} ${active.id}`.replaceAll(" ", "-")}
          placeholder={text.palettePlaceholder}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={press}
        />
      </div>
      <PaletteList id={id} groups={groups} active={active} onMark={mark} onChoose={choose} />
      <FailureNotice failure={failure} />
      <PaletteKeysHint />
      <p className="visually-hidden" role="status">{isCurrent ? text.found(entries.length) : ""}</p>
    </dialog>
  );
}

function PaletteKeysHint() {
  const { search: text } = useText();
  return (
    <p className="palette-hint" aria-hidden="true">
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {text.keyMove}
      </span>
      <span>
        <kbd>↵</kbd> {text.keyOpen}
      </span>
      <span>
        <kbd>{openInTabKeys}</kbd> {text.keyNewTab}
      </span>
      <span>
        <kbd>{escapeKey}</kbd> {text.keyClose}
      </span>
    </p>
  );
}

/** The names of keys, as they stand on keyboards. */
const openInTabKeys = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘↵" : "Ctrl ↵";
const escapeKey = "Esc";

/** Opens the dialog over the page, and gives the focus back to where it was. */
function useOpenDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector("input")?.focus();
    return () => element?.close();
  }, []);
  return dialog;
}
