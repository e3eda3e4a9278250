import { IconName } from "../components/Icon.tsx";
import { useToasts } from "../components/Toasts.tsx";
import { chooseTheme, useTheme } from "../design/appearance.ts";
import { Theme } from "../design/theme.ts";
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
  const { language: spoken, setLanguage, text: { shell } } = useSpeech();
  const { show } = useToasts();
  // Its script may be gone after an upgrade, or the network: what is shown stays as it is.
  const speak = (value: Language) => void setLanguage(value).catch(() => show(shell.languageFailed));
  return (Object.keys(languages) as Language[]).map((value) => ({
    value,
    label: languages[value],
    isChosen: value === spoken,
    run: () => speak(value),
  }));
}
