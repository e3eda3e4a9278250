import { Notice } from "../../../components/Notice.tsx";
import { useText } from "../../../language/text.ts";
import { useSession } from "../../../session/session.ts";

/** Says whether what is deleted can be had back: a registry may be set to keep no trash. */
export function TrashHint() {
  const { repository: text } = useText();
  const { info } = useSession();
  if (info.undelete_window_hours === 0) return <Notice kind="warning">{text.noTrashHint}</Notice>;
  return <p className="soft">{text.trashHint}</p>;
}
