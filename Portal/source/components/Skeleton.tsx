import { useText } from "../language/text.ts";

/** Stands for lines of content that are being read. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { common } = useText();
  return (
    <div className="stack" role="status" aria-label={common.loading}>
      {Array.from(
        { length: lines },
        (_, index) => <span key={index} className="skeleton" style={{ width: `${90 - (index % 3) * 20}%` }} />,
      )}
    </div>
  );
}
