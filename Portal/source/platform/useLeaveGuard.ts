import { useCallback, useEffect, useState } from "react";
import { askBeforeLeaving, navigate } from "./location.ts";

/** What somebody is asked who goes elsewhere with something unsaved. */
export interface LeaveGuard {
  /** Whether the question is to be asked now. */
  isAsking: boolean;
  stay: () => void;
  /** Goes where somebody wanted to go. */
  leave: () => void;
}

/**
 * Holds people back who leave the page while something is unsaved: within the portal and out of it.
 *
 * `parameter` is one of the address whose value chooses the part of the page that has it, such as a tab.
 */
export function useLeaveGuard(isUnsaved: boolean, parameter?: string): LeaveGuard {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (!isUnsaved) return;
    const stop = askBeforeLeaving((address) => {
      setWanted(address);
      return false;
    }, parameter);
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", unload);
    return () => {
      stop();
      removeEventListener("beforeunload", unload);
    };
  }, [isUnsaved, parameter]);
  const stay = useCallback(() => setWanted(null), []);
  const leave = useCallback(() => {
    setWanted(null);
    if (wanted !== null) navigate(wanted, { isDecided: true });
  }, [wanted]);
  return { isAsking: wanted !== null, stay, leave };
}
