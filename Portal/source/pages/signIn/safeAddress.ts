/** Where to go after signing in: to a page of the portal at `origin`, or home if the address leads elsewhere. */
export function safeAddress(address: string, origin: string): string {
  if (!address.startsWith("/") || !URL.canParse(address, origin)) return "/";
  // Browsers drop tabs and read backslashes as slashes: only what they make of the address tells where it leads.
  const { origin: place, pathname, search, hash } = new URL(address, origin);
  return place === origin ? pathname + search + hash : "/";
}
