import { createContext, useContext } from "react";
import type { text as english } from "./en/index.ts";

/** The catalogue: everything that the portal says, by area. Each language has the same entries. */
export type Text = typeof english;

/** The languages there are, by the tag of RFC 5646 that the page's `lang` gets, with their own names. */
export const languages = { en: "English", zh: "简体中文" } as const;

/** A language of the portal. */
export type Language = keyof typeof languages;

const storageKey = "haven.language";

/** The language that was chosen, or else the browser's if there is one, or else English. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(storageKey) ?? "", ...navigator.languages];
  for (const tag of wanted) {
    const found = (Object.keys(languages) as Language[]).find((language) =>
      tag.toLowerCase().split("-")[0] === language
    );
    if (found) return found;
  }
  return "en";
}

/** Remembers the chosen language in this browser. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

/** Fetches a language's catalogue. */
export async function loadText(language: Language): Promise<Text> {
  const { text } = language === "zh" ? await import("./zh/index.ts") : await import("./en/index.ts");
  return text;
}

/** The tag for `Intl` and the page's `lang`. */
export function languageTag(language: Language): string {
  return language === "zh" ? "zh-CN" : "en";
}

/** What a component needs to speak: the catalogue, and in which language it is. */
export interface Speech {
  text: Text;
  language: Language;
  /** Speaks another language from now on; fails if its texts can't be fetched. */
  setLanguage: (language: Language) => Promise<void>;
}

/** The page's language. */
export const SpeechContext = createContext<Speech | null>(null);

/** Gives the language, and how to change it. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("useSpeech needs a SpeechContext around it");
  return speech;
}

/** Gives the catalogue in the page's language. */
export function useText(): Text {
  return useSpeech().text;
}
