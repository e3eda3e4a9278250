import { useCallback, useEffect, useRef, useState } from "react";
import { askBeforeLeaving, navigate } from "./location.ts";

/** What somebody is asked who goes elsewhere with something unsaved. */
export interface LeaveGuard {
  /** Whether the question is to be asked now. */
  isAsking: boolean;
  stay: () => void;
  /** Goes where somebody wanted to go. */
  leave: () => void;
}

/** Holds people back who leave the page while something is unsaved: within the portal and out of it. */
export function useLeaveGuard(isUnsaved: boolean): LeaveGuard {
  const [wanted, setWanted] = useState<string | null>(null);
  const mayLeave = useRef(false);
  useEffect(() => {
    if (!isUnsaved) return;
    const stop = askBeforeLeaving((address) => {
      if (!mayLeave.current) setWanted(address);
      return mayLeave.current;
    });
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", unload);
    return () => {
      stop();
      removeEventListener("beforeunload", unload);
    };
  }, [isUnsaved]);
  const stay = useCallback(() => setWanted(null), []);
  const leave = useCallback(() => {
    mayLeave.current = true;
    if (wanted !== null) navigate(wanted);
  }, [wanted]);
  return { isAsking: wanted !== null, stay, leave };
}
