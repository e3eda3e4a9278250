/** Runs before anything is drawn, so that the outline in index.html is in the chosen theme and has the form of the page. */
import { showTheme } from "./design/theme.ts";

showTheme();
// Pages that stand alone have no navigation at their side.
document.documentElement.dataset.outline = /^\/(sign-in|register)\b/.test(location.pathname) ? "alone" : "framed";
