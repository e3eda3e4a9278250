import { useState } from "react";
import { useText } from "../language/text.ts";
import { keepsPasswordRule, makePassword } from "../platform/password.ts";
import { Button, IconButton } from "./Button.tsx";
import { CopyButton } from "./Copy.tsx";
import { Field } from "./Field.tsx";

/** A new password: typed, or made up and shown to be handed over. */
export function NewPasswordField({ label, value, onChange }: {
  label: string;
  value: string;
  onChange: (password: string) => void;
}) {
  const { common } = useText();
  const [isShown, setShown] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const makeUp = () => {
    onChange(makePassword());
    setShown(true);
  };
  const isWeak = isLeft && value !== "" && !keepsPasswordRule(value);
  return (
    <Field label={label} hint={common.passwordRule} error={isWeak ? common.passwordWeak : null}>
      {(attributes) => (
        <div className="row">
          <input
            {...attributes}
            className={isShown ? "input input-growing mono" : "input input-growing"}
            type={isShown ? "text" : "password"}
            autoComplete="new-password"
            spellCheck={false}
            required
            value={value}
            onBlur={() => setLeft(true)}
            onChange={(event) => onChange(event.target.value)}
          />
          <IconButton
            icon="eye"
            label={isShown ? common.hidePassword : common.showPassword}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          />
          {isShown && value && <CopyButton text={value} />}
          <Button onClick={makeUp}>{common.makePassword}</Button>
        </div>
      )}
    </Field>
  );
}
