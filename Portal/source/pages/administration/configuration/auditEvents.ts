/** Reads the kinds that aren't recorded, out of a setting with commas. */
export function disabledEvents(setting: string): Set<string> {
  return new Set(setting.split(",").map((type) => type.trim()).filter((type) => type !== ""));
}

/** Writes the kinds that aren't recorded, in the server's order. */
export function eventsSetting(disabled: ReadonlySet<string>, types: string[]): string {
  return types.filter((type) => disabled.has(type)).join(",");
}
