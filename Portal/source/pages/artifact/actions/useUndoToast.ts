import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { RequestFailure } from "../../../platform/failure.ts";

/** Gives a function that says what was done, and offers to undo it if it can be. */
export function useUndoToast() {
  const { show } = useToasts();
  const { common } = useText();
  return (done: string, undo: (() => Promise<unknown>) | null, undone: string): void => {
    const run = async () => {
      try {
        await undo?.();
        show(undone);
      } catch (error) {
        if (!(error instanceof RequestFailure)) throw error;
        show(error.isOffline ? common.offlineFailure : error.message);
      }
    };
    show(done, undo ? { label: common.undo, run: () => void run() } : undefined);
  };
}
