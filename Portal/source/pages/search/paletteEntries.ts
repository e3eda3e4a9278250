import { IconName } from "../../components/Icon.tsx";
import { useText } from "../../language/text.ts";
import { createProjectAddress, searchAddress } from "../../platform/addresses.ts";
import { recentVisits } from "../../platform/visits.ts";
import { useMayCreateProjects, useSession } from "../../session/session.ts";
import { useLanguageChoices, useThemeChoices } from "../../shell/appearanceChoices.ts";
import { Destination, useDestinations } from "../../shell/destinations.ts";
import { useSignOut } from "../../shell/useSignOut.ts";
import { Finding, findingIcons, foundKinds } from "./findings.ts";

/** Something that can be chosen in the palette: a page, or an action. */
export interface PaletteEntry {
  id: string;
  label: string;
  hint?: string;
  icon: IconName;
  /** The page that it opens. */
  address?: string;
  /** What it does, if it is no page. */
  run?: () => void;
}

/** Entries below a heading. */
export interface PaletteGroup {
  title: string;
  entries: PaletteEntry[];
}

/** Most recent pages that are offered. */
const mostRecent = 5;

/** Gives what the palette offers for what is typed: pages and actions by their names, and what was found. */
export function usePaletteGroups(typed: string, found: Finding[]): PaletteGroup[] {
  const { search: text } = useText();
  const { pages, administration } = usePages();
  const actions = useActions();
  const words = typed.trim().toLowerCase();
  if (words === "") {
    return [recentPages(text.recent, [...pages.entries, ...administration.entries]), pages, actions, administration]
      .filter(hasEntries);
  }
  const findings = foundKinds.map((kind) => ({
    title: text.kinds[kind],
    entries: found.filter((finding) => finding.kind === kind).map(findingEntry),
  }));
  const everything: PaletteEntry = {
    id: "everything",
    label: text.searchAll(typed.trim()),
    icon: "search",
    address: searchAddress(typed.trim()),
  };
  const offered = [pages, administration, actions].map((group) => named(group, words));
  return [...offered, ...findings, { title: text.title, entries: [everything] }].filter(hasEntries);
}

function hasEntries(group: PaletteGroup): boolean {
  return group.entries.length > 0;
}

function findingEntry({ kind, label, hint, address }: Finding): PaletteEntry {
  return { id: `found ${address}`, label, hint, icon: findingIcons[kind], address };
}

/** Entries one of whose words begins with what is typed. */
function named(group: PaletteGroup, words: string): PaletteGroup {
  const isNamed = ({ label }: PaletteEntry) =>
    ` ${label.toLowerCase()}`.includes(` ${words}`) || hanMatches(label, words);
  return { ...group, entries: group.entries.filter(isNamed) };
}

/** Chinese has no spaces between words. */
function hanMatches(label: string, words: string): boolean {
  return /\p{Script=Han}/u.test(words) && label.includes(words);
}

/** What was visited, without the pages that are offered anyway. */
function recentPages(title: string, offered: PaletteEntry[]): PaletteGroup {
  const known = new Set([location.pathname, ...offered.map((entry) => entry.address)]);
  const others = recentVisits().filter((visit) => !known.has(visit.address));
  const entries = others.slice(0, mostRecent).map((visit): PaletteEntry => ({
    id: `recent ${visit.address}`,
    label: visit.title,
    icon: "history",
    address: visit.address,
  }));
  return { title, entries };
}

function usePages(): { pages: PaletteGroup; administration: PaletteGroup } {
  const { search: text, shell } = useText();
  const { user } = useSession();
  const { main, administration, reference } = useDestinations();
  const profile: Destination[] = user ? [{ label: shell.profile, to: "/profile", icon: "user" }] : [];
  return {
    pages: { title: text.pages, entries: [...main, ...profile, ...reference].map(pageEntry) },
    administration: { title: shell.administration, entries: administration.map(pageEntry) },
  };
}

function pageEntry({ label, to, icon }: Destination): PaletteEntry {
  return { id: `page ${to}`, label, icon, address: to };
}

function useActions(): PaletteGroup {
  const { search: text, shell } = useText();
  const { user } = useSession();
  const signOut = useSignOut();
  const mayCreate = useMayCreateProjects();
  const themes = useThemeChoices().filter((theme) => !theme.isChosen);
  const languages = useLanguageChoices().filter((language) => !language.isChosen);
  const account: PaletteEntry = user
    ? { id: "sign out", label: shell.signOut, icon: "log-out", run: signOut }
    : { id: "sign in", label: shell.signIn, icon: "log-in", address: "/sign-in" };
  const create: PaletteEntry = {
    id: "create",
    label: text.createProject,
    icon: "folder-plus",
    address: createProjectAddress,
  };
  const entries: PaletteEntry[] = [
    ...mayCreate ? [create] : [],
    ...themes.map(({ value, label, icon = "monitor", run }) => (
      { id: `theme ${value}`, label: text.themeAction(label), icon, run }
    )),
    ...languages.map(({ value, label, run }) => (
      { id: `language ${value}`, label: text.languageAction(label), icon: "languages" as const, run }
    )),
    account,
  ];
  return { title: text.actions, entries };
}
