/** The program and the system that a browser names. */
export interface Device {
  /** Null if it isn't known. */
  program: string | null;
  system: string | null;
  kind: "computer" | "phone" | "program";
}

/** Programs by what only they say; browsers name those they descend from, so the first that matches counts. */
const programs: Array<[RegExp, string]> = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\bHeadlessChrome\//, "Chrome"],
  [/\b(Chrome|CriOS)\//, "Chrome"],
  [/\bVersion\/\S+.*Safari\//, "Safari"],
];

const systems: Array<[RegExp, string]> = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** Reads a `User-Agent`: browsers by their names, other programs such as curl by the name that they begin with. */
export function readUserAgent(userAgent: string): Device {
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  const browser = programs.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  if (!browser && !userAgent.startsWith("Mozilla/")) {
    const [name = ""] = userAgent.split(/[/\s(]/);
    return { program: name || null, system, kind: "program" };
  }
  const isPhone = /\bMobile\b/.test(userAgent) || system === "Android" || system === "iPad";
  return { program: browser, system, kind: isPhone ? "phone" : "computer" };
}
