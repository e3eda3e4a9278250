import { useState } from "react";
import { useLeaveGuard } from "./useLeaveGuard.ts";

/** Whether something that is shown only once was kept, and what happens when somebody goes without it. */
export interface Keeping {
  /** Says that it was copied or saved. */
  keep: () => void;
  /** Whether somebody was about to go without it: the second time they may. */
  isWarned: boolean;
  close: () => void;
}

/** Has closing, or leaving the page, said twice as long as what is shown only once wasn't kept. */
export function useKeeping(onClose: () => void): Keeping {
  const [isKept, setKept] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const guard = useLeaveGuard(!isKept);
  const isWarned = !isKept && (isAsked || guard.isAsking);
  const close = () => {
    if (isKept || isWarned) onClose();
    else setAsked(true);
    if (guard.isAsking) guard.leave();
  };
  return { keep: () => setKept(true), isWarned, close };
}
