/** The units that a size is entered in, the smallest first. */
export const sizeUnits = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** A unit of a size. */
export type SizeUnit = typeof sizeUnits[number];

/** The limit of a quota that limits nothing. */
export const unlimited = -1;

/** A size as it is entered. */
export interface EnteredSize {
  amount: string;
  unit: SizeUnit;
}

/** The bytes of an entered size; null unless it is a number of one byte to 1024 TiB, as the registry takes it. */
export function bytesOf({ amount, unit }: EnteredSize): number | null {
  const text = amount.trim().replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const bytes = Math.round(Number(text) * factor(unit));
  return bytes >= 1 && bytes <= 1024 * factor("TiB") ? bytes : null;
}

/** Writes bytes in the largest unit that says exactly as many with two decimals at most. */
export function enteredSize(bytes: number): EnteredSize {
  for (const unit of sizeUnits.toReversed()) {
    const amount = Math.round(bytes / factor(unit) * 100) / 100;
    if (amount >= 1 && Math.round(amount * factor(unit)) === bytes) return { amount: String(amount), unit };
  }
  return { amount: String(bytes), unit: "B" };
}

function factor(unit: SizeUnit): number {
  return 1024 ** sizeUnits.indexOf(unit);
}
