import { RefObject, useLayoutEffect, useState } from "react";

/** Rows of a list that don't move while somebody reads them. */
export interface SteadyRows<Row> {
  rows: Row[];
  /** How many new rows wait to be shown. */
  waiting: number;
  /** Shows them. */
  showAll: () => void;
}

/** Tells rows apart. */
type RowKey<Row> = (row: Row) => string | number;

/** What a list is that has steady rows: `useListing` gives it. */
interface SteadyList<Row> {
  elements: Row[];
  /** Which list it is: another one is shown as it is. Null for rows that stand in for a list that is still being read. */
  key: string | null;
  resource: { isUnasked: boolean };
}

/** Keeps rows back that come of themselves while somebody reads the list in `frame`; rows that are shown change in place. */
export function useSteadyRows<Row>(
  { elements: rows, key, resource: { isUnasked } }: SteadyList<Row>,
  rowKey: RowKey<Row>,
  frame: RefObject<HTMLElement>,
): SteadyRows<Row> {
  const [shown, setShown] = useState({ key, rows });
  useLayoutEffect(() => {
    setShown((before) => {
      const isSame = key !== null && before.key === key && before.rows.length > 0;
      const holdsBack = isSame && isUnasked && isBeingRead(frame.current);
      return { key, rows: holdsBack ? steady(before.rows, rows, rowKey) : rows };
    });
  }, [rows, key, isUnasked, frame]);
  const current = shown.key === key ? shown.rows : rows;
  const known = new Set(current.map(rowKey));
  const waiting = rows.filter((row) => !known.has(rowKey(row))).length;
  return { rows: current, waiting, showAll: () => setShown({ key, rows }) };
}

/** The rows of today that were there before, in the order in which they were; all of today's if none was. */
export function steady<Row>(before: Row[], now: Row[], rowKey: RowKey<Row>): Row[] {
  const today = new Map(now.map((row) => [rowKey(row), row]));
  const kept = before.map((row) => today.get(rowKey(row))).filter((row): row is Row => row !== undefined);
  return kept.length > 0 ? kept : now;
}

/** Whether somebody is at a list: its beginning is scrolled away, the pointer rests on it, or the focus is in it. */
function isBeingRead(frame: HTMLElement | null): boolean {
  if (!frame) return false;
  return frame.getBoundingClientRect().top < 0 || frame.matches(":hover, :focus-within");
}
