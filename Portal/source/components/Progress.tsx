/** Shows how far something is, or only that it goes on. */
export function Progress({ label, share }: {
  label: string;
  /** Without it nobody knows how much there is to do. */
  share?: { done: number; total: number };
}) {
  const isKnown = share !== undefined && share.total > 0;
  return (
    <progress
      className="progress"
      aria-label={label}
      max={isKnown ? share.total : undefined}
      value={isKnown ? share.done : undefined}
    />
  );
}
