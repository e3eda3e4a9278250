/** How bright the portal is: always one way, or as the system says. */
export type Theme = "light" | "dark" | "system";

/** Where the browser keeps the choice. */
export const themeKey = "haven.theme";
/** Whether the system is dark at the moment. */
export const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

/** The theme that was chosen in this browser. */
export function preferredTheme(): Theme {
  const chosen = localStorage.getItem(themeKey);
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Shows the page in the chosen theme. */
export function showTheme(): void {
  const theme = preferredTheme();
  document.documentElement.dataset.theme = theme === "system" ? (systemIsDark.matches ? "dark" : "light") : theme;
}
