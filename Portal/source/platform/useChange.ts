import { useCallback, useRef, useState } from "react";
import { RequestFailure } from "./failure.ts";

/** A change that a person asked for: whether it runs, and how it failed. */
export interface Change<Arguments extends unknown[]> {
  /** Runs the change once at a time; gives whether it succeeded. */
  run: (...values: Arguments) => Promise<boolean>;
  isRunning: boolean;
  failure: RequestFailure | null;
  /** Forgets the failure. */
  reset: () => void;
}

/** Wraps a change, so that a form can show that it runs and how it failed. */
export function useChange<Arguments extends unknown[]>(
  action: (...values: Arguments) => Promise<unknown>,
): Change<Arguments> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const running = useRef(false);
  const latest = useRef(action);
  latest.current = action;
  const run = useCallback(async (...values: Arguments) => {
    if (running.current) return false;
    running.current = true;
    setRunning(true);
    setFailure(null);
    try {
      await latest.current(...values);
      return true;
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      setFailure(error);
      return false;
    } finally {
      running.current = false;
      setRunning(false);
    }
  }, []);
  return { run, isRunning, failure, reset: useCallback(() => setFailure(null), []) };
}
