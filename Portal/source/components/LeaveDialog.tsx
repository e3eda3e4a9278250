import { useText } from "../language/text.ts";
import { LeaveGuard } from "../platform/useLeaveGuard.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

/** Asks whether to leave a page with unsaved changes. */
export function LeaveDialog({ guard }: { guard: LeaveGuard }) {
  const { common } = useText();
  if (!guard.isAsking) return null;
  return (
    <Dialog title={common.leaveTitle} onClose={guard.stay}>
      <p>{common.leaveHint}</p>
      <div className="dialog-actions">
        <Button onClick={guard.leave}>{common.leave}</Button>
        <Button kind="primary" autoFocus onClick={guard.stay}>{common.stay}</Button>
      </div>
    </Dialog>
  );
}
