import { FailureNotice, Notice } from "../components/Notice.tsx";
import { useText } from "../language/text.ts";
import { RequestFailure } from "../platform/failure.ts";

/** Says why a sign-in failed: wrong words in the page's language, anything else in the server's. */
export function SignInFailure({ failure }: { failure: RequestFailure | null }) {
  const { signIn } = useText();
  return failure?.status === 401 ? <Notice kind="danger">{signIn.wrong}</Notice> : <FailureNotice failure={failure} />;
}
