import { useSyncExternalStore } from "react";
import { preferredTheme, showTheme, systemIsDark, Theme, themeKey } from "./theme.ts";

/** Says that the theme was chosen anew. */
const themeChosen = "haven:theme";

/** Shows the chosen theme, and follows the system from then on if that was chosen. */
export function startTheme(): void {
  showTheme();
  systemIsDark.addEventListener("change", showTheme);
}

/** Remembers a theme in this browser and shows it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(themeKey, theme);
  showTheme();
  dispatchEvent(new Event(themeChosen));
}

/** The chosen theme, wherever it is chosen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, preferredTheme);
}

function subscribe(listener: () => void): () => void {
  addEventListener(themeChosen, listener);
  return () => removeEventListener(themeChosen, listener);
}
