import { useQuickChange } from "../components/useQuickChange.ts";
import { navigate } from "../platform/location.ts";
import { useSession } from "../session/session.ts";

/** Gives a function that signs out and leads to the page for signing in, or says why it could not. */
export function useSignOut(): () => void {
  const { signOut } = useSession();
  return useQuickChange(async () => {
    await signOut();
    navigate("/sign-in", { isDecided: true });
  });
}
