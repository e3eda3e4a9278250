import { ReactNode } from "react";
import { Button } from "../../../components/Button.tsx";
import { LeaveDialog } from "../../../components/LeaveDialog.tsx";
import { FailureNotice } from "../../../components/Notice.tsx";
import { useText } from "../../../language/text.ts";
import { Change } from "../../../platform/useChange.ts";
import { useLeaveGuard } from "../../../platform/useLeaveGuard.ts";

/** A form in the page: its fields, why it failed, and a button that is there to press once something was changed. */
export function SettingsForm({ submit, change, isChanged, children }: {
  /** What the button says instead of "Save". */
  submit?: string;
  change: Change<[]>;
  /** Whether there is something to save, and it can be. */
  isChanged: boolean;
  children: ReactNode;
}) {
  const { common } = useText();
  const guard = useLeaveGuard(isChanged);
  return (
    <>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) void change.run();
        }}
      >
        {children}
        <FailureNotice failure={change.failure} />
        <div className="form-actions">
          <Button type="submit" isBusy={change.isRunning} disabled={!isChanged}>{submit ?? common.save}</Button>
        </div>
      </form>
      <LeaveDialog guard={guard} />
    </>
  );
}
