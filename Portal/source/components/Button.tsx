import { ButtonHTMLAttributes, forwardRef, ReactNode } from "react";
import { Icon, IconName } from "./Icon.tsx";

/** What a button looks like: the one thing to do, something that destroys, a plain one, a link. */
export type ButtonKind = "normal" | "primary" | "danger" | "plain" | "link";

interface ButtonProperties extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  icon?: IconName;
  /** Shows that the action runs; the button can't be pressed again. */
  isBusy?: boolean;
  children?: ReactNode;
}

/** A button with a text, and an icon before it if one is given. */
export const Button = forwardRef<HTMLButtonElement, ButtonProperties>(function Button(
  { kind = "normal", icon, isBusy = false, className = "", children, disabled, ...rest },
  reference,
) {
  const style = kind === "normal" ? "button" : `button button-${kind}`;
  return (
    <button
      ref={reference}
      type="button"
      className={`${style} ${className}`}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
});

interface IconButtonProperties extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  /** What it does, for assistive technology and as a tooltip. */
  label: string;
}

/** A button that is only an icon. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProperties>(function IconButton(
  { icon, label, className = "", ...rest },
  reference,
) {
  return (
    <button
      ref={reference}
      type="button"
      className={`button button-plain button-icon ${className}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
});
