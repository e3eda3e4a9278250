import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";

/** Asks before a secret that nobody copied is gone for good. */
export function UnsavedWarning({ onBack, onClose }: { onBack: () => void; onClose: () => void }) {
  const { pullSecret } = useText();
  return (
    <>
      <Notice kind="danger">{pullSecret.unsaved}</Notice>
      <div className="dialog-actions">
        <Button kind="danger" onClick={onClose}>{pullSecret.closeAnyway}</Button>
        <Button kind="primary" autoFocus onClick={onBack}>{pullSecret.back}</Button>
      </div>
    </>
  );
}
