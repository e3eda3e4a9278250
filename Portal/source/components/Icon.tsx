import { createElement } from "react";
import { drawings } from "../icons/drawings.ts";

/** The name of an icon. */
export type IconName = keyof typeof drawings;

/** Shows an icon beside a text that says the same; for assistive technology it isn't there. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name].map(([element, attributes], index) => createElement(element, { key: index, ...attributes }))}
    </svg>
  );
}
