import { IconButton } from "../components/Button.tsx";
import { Menu } from "../components/Menu.tsx";
import { useText } from "../language/text.ts";
import { useLanguageChoices, useThemeChoices } from "./appearanceChoices.ts";

/** Chooses theme and language, on pages without the account's menu too. */
export function Appearance() {
  const { shell } = useText();
  const themes = useThemeChoices();
  const languages = useLanguageChoices();
  const themeIcon = themes.find((theme) => theme.isChosen)?.icon ?? "monitor";
  return (
    <div className="row">
      <Menu
        label={shell.theme}
        actions={themes}
        button={(attributes) => <IconButton icon={themeIcon} label={shell.theme} {...attributes} />}
      />
      <Menu
        label={shell.language}
        actions={languages}
        button={(attributes) => <IconButton icon="languages" label={shell.language} {...attributes} />}
      />
    </div>
  );
}
