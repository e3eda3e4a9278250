import { Icon } from "../../components/Icon.tsx";
import { useText } from "../../language/text.ts";
import { AppearanceChoice, useLanguageChoices, useThemeChoices } from "../../shell/appearanceChoices.ts";

/** Chooses theme and language of the portal in this browser. */
export function AppearanceCard() {
  const { profile, shell } = useText();
  return (
    <section className="card stack" aria-labelledby="profile-appearance">
      <div>
        <h2 id="profile-appearance">{profile.appearance}</h2>
        <p className="soft">{profile.appearanceHint}</p>
      </div>
      <Choices label={shell.theme} name="theme" choices={useThemeChoices()} />
      <Choices label={shell.language} name="language" choices={useLanguageChoices()} />
    </section>
  );
}

function Choices({ label, name, choices }: { label: string; name: string; choices: AppearanceChoice[] }) {
  return (
    <fieldset>
      <legend className="field-label">{label}</legend>
      <div className="profile-choices">
        {choices.map(({ value, label, icon, isChosen, run }) => (
          <label key={value} className="profile-choice">
            <input type="radio" name={name} checked={isChosen} onChange={run} />
            {icon && <Icon name={icon} />}
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
