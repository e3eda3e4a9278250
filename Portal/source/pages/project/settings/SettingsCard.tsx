import { ReactNode, useId } from "react";

/** A group of settings with its title and what it is about. */
export function SettingsCard({ title, hint, isDangerous = false, children }: {
  title: string;
  hint?: ReactNode;
  isDangerous?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={isDangerous ? "card card-danger" : "card"} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p className="settings-hint">{hint}</p>}
      {children}
    </section>
  );
}
