import { IconName } from "../components/Icon.tsx";
import { chooseTheme, Theme, useTheme } from "../design/appearance.ts";
import { Language, languages, useSpeech, useText } from "../language/text.ts";

/** One of several ways to show the portal. */
export interface AppearanceChoice {
  value: string;
  label: string;
  icon?: IconName;
  isChosen: boolean;
  run: () => void;
}

/** The themes, with the chosen one marked. */
export function useThemeChoices(): AppearanceChoice[] {
  const { shell } = useText();
  const chosen = useTheme();
  const themes: Array<[Theme, string, IconName]> = [
    ["light", shell.themeLight, "sun"],
    ["dark", shell.themeDark, "moon"],
    ["system", shell.themeSystem, "monitor"],
  ];
  return themes.map(([value, label, icon]) => ({
    value,
    label,
    icon,
    isChosen: value === chosen,
    run: () => chooseTheme(value),
  }));
}

/** The languages by their own names, with the spoken one marked. */
export function useLanguageChoices(): AppearanceChoice[] {
  const { language: spoken, setLanguage } = useSpeech();
  return (Object.keys(languages) as Language[]).map((value) => ({
    value,
    label: languages[value],
    isChosen: value === spoken,
    run: () => setLanguage(value),
  }));
}
