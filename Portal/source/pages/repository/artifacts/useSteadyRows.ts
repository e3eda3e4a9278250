import { RefObject, useLayoutEffect, useState } from "react";

/** Rows of a list that don't move while somebody reads them. */
export interface SteadyRows<Row> {
  rows: Row[];
  /** How many new rows wait to be shown. */
  waiting: number;
  /** Shows them. */
  showAll: () => void;
}

/** Keeps new rows back while somebody reads the list in `frame`; rows that are shown change in place. */
export function useSteadyRows<Row extends { digest: string }>(
  rows: Row[],
  /** Which list it is: another one is shown as it is. Null for rows that stand in for a list that is still being read. */
  key: string | null,
  frame: RefObject<HTMLElement>,
): SteadyRows<Row> {
  const [shown, setShown] = useState({ key, rows });
  useLayoutEffect(() => {
    setShown((before) => {
      const isSame = key !== null && before.key === key && before.rows.length > 0;
      return { key, rows: isSame && isBeingRead(frame.current) ? withoutNews(before.rows, rows) : rows };
    });
  }, [rows, key, frame]);
  const current = shown.key === key ? shown.rows : rows;
  return { rows: current, waiting: rows.length - current.length, showAll: () => setShown({ key, rows }) };
}

/** The rows of today that were there before. */
export function withoutNews<Row extends { digest: string }>(before: Row[], now: Row[]): Row[] {
  const known = new Set(before.map((row) => row.digest));
  return now.filter((row) => known.has(row.digest));
}

/** Whether somebody is at a list: its beginning is scrolled away, the pointer rests on it, or the focus is in it. */
function isBeingRead(frame: HTMLElement | null): boolean {
  if (!frame) return false;
  return frame.getBoundingClientRect().top < 0 || frame.matches(":hover, :focus-within");
}
