import { useText } from "../language/text.ts";
import { IconButton } from "./Button.tsx";

/** Goes through the pages of a list; nothing if there is only one. */
export function Pagination({ page, size, total, onChange }: {
  /** From 1. */
  page: number;
  size: number;
  total: number;
  onChange: (page: number) => void;
}) {
  const { common } = useText();
  if (total <= size && page === 1) return null;
  const first = (page - 1) * size + 1;
  return (
    <nav className="pagination" aria-label={common.pagination}>
      <span className="number" aria-live="polite">{common.page(first, Math.min(page * size, total), total)}</span>
      <IconButton
        icon="chevron-left"
        label={common.previousPage}
        disabled={page <= 1}
        onClick={() => onChange(page - 1)}
      />
      <IconButton
        icon="chevron-right"
        label={common.nextPage}
        disabled={page * size >= total}
        onClick={() => onChange(page + 1)}
      />
    </nav>
  );
}
