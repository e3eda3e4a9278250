import { ReactNode } from "react";
import { Icon, IconName } from "../../components/Icon.tsx";

/** Stands in a line for a list that is empty most of the time. */
export function Idle({ icon, title, hint }: { icon: IconName; title: string; hint: ReactNode }) {
  return (
    <p className="card row">
      <Icon name={icon} />
      <strong>{title}</strong>
      <span className="soft">{hint}</span>
    </p>
  );
}
