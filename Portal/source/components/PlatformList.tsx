import type { Reference } from "../api/schema.ts";
import { useText } from "../language/text.ts";
import { Badge } from "./Badge.tsx";

/** Says for which system and processor an image is, such as `linux/arm/v7`; empty if that isn't known. */
export function platformName(platform: Reference["platform"] | undefined): string {
  if (!platform?.os || !platform.architecture) return "";
  if (platform.os === "unknown") return "";
  const { os, architecture, variant } = platform;
  const version = platform["os.version"];
  return [os, architecture, variant].filter(Boolean).join("/") + (version ? ` ${version}` : "");
}

/** The platforms of an image, the first few shown and all of them in the tooltip. */
export function PlatformList({ platforms, shown = 2 }: { platforms: string[]; shown?: number }) {
  const { commands } = useText();
  const distinct = [...new Set(platforms.filter(Boolean))];
  if (distinct.length === 0) return <span className="soft" aria-hidden="true">–</span>;
  const rest = distinct.length - shown;
  return (
    <span className="row platforms" title={distinct.join(", ")}>
      {distinct.slice(0, rest === 1 ? shown + 1 : shown).map((name) => <Badge key={name}>{name}</Badge>)}
      {rest > 1 && <Badge>{commands.morePlatforms(rest)}</Badge>}
    </span>
  );
}
