import { useText } from "../language/text.ts";
import { RequestFailure } from "../platform/failure.ts";
import { useChange } from "../platform/useChange.ts";
import { useToasts } from "./Toasts.tsx";

/** Gives a function that says why a request failed, in a few words. */
export function useFailureWords(): (failure: RequestFailure) => string {
  const { common } = useText();
  return (failure) => failure.isOffline ? common.offlineFailure : failure.message;
}

/** Wraps a change that has no form, such as a menu's or an undoing: a toast says why it failed. */
export function useQuickChange<Arguments extends unknown[]>(
  action: (...values: Arguments) => Promise<unknown>,
): (...values: Arguments) => void {
  const { show } = useToasts();
  const failureWords = useFailureWords();
  const { run } = useChange(async (...values: Arguments) => {
    try {
      await action(...values);
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      show(failureWords(error));
    }
  });
  return (...values) => void run(...values);
}
