import { useText } from "../language/text.ts";
import { CopyButton } from "./Copy.tsx";
import { Link } from "./Link.tsx";

/** Shortens a digest to the part by which people tell it from others. */
export function shortDigest(digest: string, length = 12): string {
  return digest.slice(digest.indexOf(":") + 1).slice(0, length);
}

/** A digest, shortened, with the whole one as its tooltip and on the clipboard. */
export function DigestText({ digest, to, length }: {
  digest: string;
  /** The page that the digest leads to. */
  to?: string;
  /** Hexadecimal digits that are shown. */
  length?: number;
}) {
  const { commands } = useText();
  const text = shortDigest(digest, length);
  return (
    <span className="copy-inline">
      {to ? <Link className="mono" to={to} title={digest}>{text}</Link> : <code title={digest}>{text}</code>}
      <CopyButton text={digest} label={commands.copyDigest} />
    </span>
  );
}
