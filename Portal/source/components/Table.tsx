import { Fragment, ReactNode } from "react";
import { useText } from "../language/text.ts";
import { Icon } from "./Icon.tsx";

/** A column of a table. */
export interface Column<Row> {
  /** The column's name; for `actions` only assistive technology gets it. */
  label: string;
  render: (row: Row) => ReactNode;
  /** The server's name of what the column is sorted by; without one it can't be. */
  sortKey?: string;
  /** The row's name (shown first, a row header), a number (to the right), a short thing, or what can be done. */
  kind?: "name" | "number" | "tight" | "actions";
}

/** Which column a table is sorted by: its sort key, with `-` before it for the largest first. */
export interface Sorting {
  value: string;
  onChange: (value: string) => void;
}

/** A list as a table; on narrow screens each row becomes a block. */
export function Table<Row>({ label, rows, columns, rowKey, detail, sorting, isBusy }: {
  label: string;
  rows: Row[];
  columns: Array<Column<Row> | false>;
  rowKey: (row: Row) => string | number;
  /** What is shown below a row that is unfolded; null for the others. */
  detail?: (row: Row) => ReactNode;
  sorting?: Sorting;
  isBusy?: boolean;
}) {
  const shown = columns.filter((column): column is Column<Row> => column !== false);
  return (
    <div className="table-frame">
      <table className="table table-stacking" aria-label={label} aria-busy={isBusy || undefined}>
        <thead>
          <tr>{shown.map((column) => <HeaderCell key={column.label} column={column} sorting={sorting} />)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={rowKey(row)}>
              <tr>{shown.map((column) => <Cell key={column.label} column={column} row={row} />)}</tr>
              <DetailRow span={shown.length}>{detail?.(row)}</DetailRow>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DetailRow({ span, children }: { span: number; children: ReactNode }) {
  if (!children) return null;
  return (
    <tr className="table-detail">
      <td colSpan={span}>{children}</td>
    </tr>
  );
}

const cellClasses = { name: "", number: "cell-end number", tight: "cell-tight", actions: "cell-tight cell-actions" };

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.kind === "name") return <th scope="row">{column.render(row)}</th>;
  const label = column.kind === "actions" ? undefined : column.label;
  return <td className={column.kind && cellClasses[column.kind]} data-label={label}>{column.render(row)}</td>;
}

/** The head of a column, with which the table can be sorted by it. */
export function HeaderCell({ column, sorting }: { column: Omit<Column<never>, "render">; sorting?: Sorting }) {
  const { common } = useText();
  const key = column.sortKey;
  const className = column.kind && cellClasses[column.kind];
  if (column.kind === "actions") {
    return (
      <th scope="col" className={className}>
        <span className="visually-hidden">{column.label}</span>
      </th>
    );
  }
  if (!key || !sorting) return <th scope="col" className={className}>{column.label}</th>;
  const isAscending = sorting.value === key;
  const isDescending = sorting.value === `-${key}`;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isAscending ? "ascending" : isDescending ? "descending" : undefined}
    >
      <button
        type="button"
        className="sort"
        title={common.sortedBy(column.label)}
        onClick={() => sorting.onChange(isDescending ? key : `-${key}`)}
      >
        {column.label}
        <Icon size={12} name={isAscending ? "arrow-up" : isDescending ? "arrow-down" : "chevrons-up-down"} />
      </button>
    </th>
  );
}
