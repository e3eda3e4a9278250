import { useState } from "react";
import { IconButton } from "../components/Button.tsx";
import { Menu } from "../components/Menu.tsx";
import { chooseTheme, preferredTheme, Theme } from "../design/appearance.ts";
import { Language, languages, useSpeech } from "../language/text.ts";
import { IconName } from "../components/Icon.tsx";

const themeIcons: Record<Theme, IconName> = { light: "sun", dark: "moon", system: "monitor" };

/** Chooses theme and language, on pages without the account's menu too. */
export function Appearance() {
  const { text: { shell }, language: spoken, setLanguage } = useSpeech();
  const [theme, setTheme] = useState(preferredTheme);
  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  const themes: Array<[Theme, string]> = [
    ["light", shell.themeLight],
    ["dark", shell.themeDark],
    ["system", shell.themeSystem],
  ];
  return (
    <div className="row">
      <Menu
        label={shell.theme}
        actions={themes.map(([value, label]) => ({
          label,
          icon: themeIcons[value],
          isChosen: value === theme,
          run: () => choose(value),
        }))}
        button={(attributes) => <IconButton icon={themeIcons[theme]} label={shell.theme} {...attributes} />}
      />
      <Menu
        label={shell.language}
        actions={(Object.keys(languages) as Language[]).map((language) => ({
          label: languages[language],
          isChosen: language === spoken,
          run: () => setLanguage(language),
        }))}
        button={(attributes) => <IconButton icon="languages" label={shell.language} {...attributes} />}
      />
    </div>
  );
}
