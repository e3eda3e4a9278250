import { KeyboardEvent, useEffect, useState } from "react";
import { PaletteEntry } from "./paletteEntries.ts";

/** Which entry of the palette is marked, and what keys do with it. */
export interface PaletteKeys {
  active: PaletteEntry | undefined;
  mark: (entry: PaletteEntry) => void;
  press: (event: KeyboardEvent) => void;
}

/**
 * Moves the mark by arrows, Home and End, and chooses by Enter; with Ctrl or ⌘ in a new tab.
 *
 * Enter before the answer is there waits for it, so that nothing is opened that was found for another text.
 */
export function usePaletteKeys(
  entries: PaletteEntry[],
  typed: string,
  isCurrent: boolean,
  choose: (entry: PaletteEntry, inNewTab: boolean) => void,
): PaletteKeys {
  const [marked, setMarked] = useState<{ id: string; typed: string } | null>(null);
  const [waiting, setWaiting] = useState<{ typed: string; inNewTab: boolean } | null>(null);
  const isMarked = ({ id }: PaletteEntry) => marked?.typed === typed && marked.id === id;
  const active = entries.find(isMarked) ?? entries[0];
  const mark = ({ id }: PaletteEntry) => setMarked({ id, typed });
  useEffect(() => {
    if (!waiting || !isCurrent || waiting.typed !== typed || !active) return;
    setWaiting(null);
    choose(active, waiting.inNewTab);
  }, [waiting, isCurrent, typed, active, choose]);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !active) return;
    const current = entries.indexOf(active);
    const next = { ArrowDown: current + 1, ArrowUp: current - 1 }[event.key];
    if (event.key === "Enter") {
      const inNewTab = event.ctrlKey || event.metaKey;
      if (isCurrent || marked?.typed === typed) choose(active, inNewTab);
      else setWaiting({ typed, inNewTab });
    } else if (next === undefined) return;
    else {
      const entry = entries.at(next % entries.length);
      if (entry) mark(entry);
    }
    event.preventDefault();
  };
  return { active, mark, press };
}
