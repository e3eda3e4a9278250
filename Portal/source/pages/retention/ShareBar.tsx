import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

/** Draws how much stays beside how much goes, and says it in numbers. */
export function ShareBar({ total, deleted, isDone = false }: {
  total: number;
  deleted: number;
  /** Whether what goes has gone already. */
  isDone?: boolean;
}) {
  const { retention } = useText();
  const { number } = useFormat();
  const words = isDone ? retention.stayedAndWent : retention.stayAndGo;
  const share = total > 0 ? deleted / total : 0;
  return (
    <span className="retention-share">
      <span className="retention-bar" aria-hidden="true">
        <span className="retention-bar-goes" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="soft">{words(number(total - deleted), number(deleted))}</span>
    </span>
  );
}
