import { useText } from "../language/text.ts";
import { Button } from "./Button.tsx";

/** Offers the rows that came while somebody was reading a list; says so without taking any room until there are some. */
export function NewRows({ waiting, onShow }: { waiting: number; onShow: () => void }) {
  const { common } = useText();
  return (
    <div role="status" className="list-news">
      {waiting > 0 && <Button icon="arrow-up" onClick={onShow}>{common.newRows(waiting)}</Button>}
    </div>
  );
}
