/** Where Markdown's links to headings of the same text lead, so that they can't meet an identifier of the page. */
const headingPrefix = "text-";

/**
 * Gives where a link of a foreign text may lead: another site, a mail program, or a heading of the same text.
 *
 * Everything else is null: scripts and data, of course, but relative addresses too, because they would lead to pages of the portal.
 */
export function linkTarget(address: string): string | null {
  // Browsers drop control characters from addresses, so that they could hide a scheme.
  // deno-lint-ignore no-control-regex
  const clean = address.replaceAll(/[\u0000-\u0020\u007f-\u009f]/g, "");
  if (clean.startsWith("#")) return `#${headingID(clean.slice(1))}`;
  if (!/^(https?:\/\/|mailto:)/i.test(clean)) return null;
  try {
    const { protocol, username, href } = new URL(clean);
    // A name before the host makes an address look like another site's.
    return protocol === "mailto:" || username === "" ? href : null;
  } catch {
    return null;
  }
}

/** The identifier of a heading, as GitHub makes it from its text. */
export function headingID(text: string): string {
  const words = text.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, "").trim();
  return headingPrefix + words.replaceAll(/\s+/g, "-");
}
