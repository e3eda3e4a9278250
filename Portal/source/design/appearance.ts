import { useSyncExternalStore } from "react";

/** How bright the portal is: always one way, or as the system says. */
export type Theme = "light" | "dark" | "system";

const storageKey = "haven.theme";
/** Says that the theme was chosen anew. */
const themeChosen = "haven:theme";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

/** The theme that was chosen in this browser. */
export function preferredTheme(): Theme {
  const chosen = localStorage.getItem(storageKey);
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Shows the chosen theme, and follows the system from then on if that was chosen. */
export function startTheme(): void {
  showTheme();
  systemIsDark.addEventListener("change", showTheme);
}

/** Remembers a theme in this browser and shows it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
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

function showTheme(): void {
  const theme = preferredTheme();
  document.documentElement.dataset.theme = theme === "system" ? (systemIsDark.matches ? "dark" : "light") : theme;
}
