import { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes, useId } from "react";
import { useText } from "../language/text.ts";

/** What every field has. */
export interface FieldProperties {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value. */
  error?: string | null;
  isOptional?: boolean;
}

/** What ties a control to the texts of its field. */
interface ControlAttributes {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

/** A label, a control and what is said about it, tied together. */
export function Field({ label, hint, error, isOptional, children }: FieldProperties & {
  children: (attributes: ControlAttributes) => ReactNode;
}) {
  const id = useId();
  const { common } = useText();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} {isOptional && <span className="soft">({common.optional})</span>}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && <div className="field-hint" id={`${id}-hint`}>{hint}</div>}
      {error && <div className="field-error" id={`${id}-error`} role="alert">{error}</div>}
    </div>
  );
}

/** A line of text with its label. */
export function TextField(
  { label, hint, error, isOptional, className = "", ...rest }: FieldProperties & InputHTMLAttributes<HTMLInputElement>,
) {
  return (
    <Field {...{ label, hint, error, isOptional }}>
      {(attributes) => <input className={`input ${className}`} autoComplete="off" {...attributes} {...rest} />}
    </Field>
  );
}

/** Several lines of text with their label. */
export function TextAreaField(
  { label, hint, error, isOptional, className = "", ...rest }:
    & FieldProperties
    & TextareaHTMLAttributes<HTMLTextAreaElement>,
) {
  return (
    <Field {...{ label, hint, error, isOptional }}>
      {(attributes) => <textarea className={`input ${className}`} {...attributes} {...rest} />}
    </Field>
  );
}

/** A choice out of few, with its label; the children are `option` elements. */
export function SelectField(
  { label, hint, error, isOptional, children, ...rest }: FieldProperties & SelectHTMLAttributes<HTMLSelectElement>,
) {
  return (
    <Field {...{ label, hint, error, isOptional }}>
      {(attributes) => <select className="input" {...attributes} {...rest}>{children}</select>}
    </Field>
  );
}

/** Something that is so or not, with its label beside it. */
export function CheckField({ label, hint, ...rest }: FieldProperties & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="choice">
      <input type="checkbox" {...rest} />
      <span className="choice-text">
        {label}
        {hint && <span className="field-hint">{hint}</span>}
      </span>
    </label>
  );
}

/** One of several ways, with its label beside it. */
export function RadioField({ label, hint, ...rest }: FieldProperties & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="choice">
      <input type="radio" {...rest} />
      <span className="choice-text">
        {label}
        {hint && <span className="field-hint">{hint}</span>}
      </span>
    </label>
  );
}
