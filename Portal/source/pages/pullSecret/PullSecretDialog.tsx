import { useState } from "react";
import { Dialog } from "../../components/Dialog.tsx";
import { useText } from "../../language/text.ts";
import { useLeaveGuard } from "../../platform/useLeaveGuard.ts";
import { MadeSecret, PullSecretForm } from "./PullSecretForm.tsx";
import { PullSecretResult } from "./PullSecretResult.tsx";
import { UnsavedWarning } from "./UnsavedWarning.tsx";

/**
 * Makes a robot account of a project that may only pull, and shows the secret with which Kubernetes signs in as it.
 *
 * The secret is in memory only. Somebody who closes the dialog, or leaves the page, without having copied it is asked first.
 */
export function PullSecretDialog({ project, onMade, onClose }: {
  project: string;
  /** Called when there is a secret, which is lost when the dialog goes. */
  onMade?: () => void;
  onClose: () => void;
}) {
  const [made, setMade] = useState<MadeSecret | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { pullSecret } = useText();
  const isUnsaved = made !== null && !isSaved;
  const guard = useLeaveGuard(isUnsaved);
  const show = (made: MadeSecret) => {
    setMade(made);
    onMade?.();
  };
  const close = () => isUnsaved ? setLeaving(true) : onClose();
  const stay = () => {
    setLeaving(false);
    guard.stay();
  };
  return (
    <Dialog title={pullSecret.title} isWide={made !== null} onClose={close}>
      {isUnsaved && (isLeaving || guard.isAsking)
        ? <UnsavedWarning onBack={stay} onClose={guard.isAsking ? guard.leave : onClose} />
        : made === null
        ? <PullSecretForm project={project} onMade={show} onCancel={onClose} />
        : <PullSecretResult made={made} onSaved={() => setSaved(true)} onDone={close} />}
    </Dialog>
  );
}
