import { useEffect, useState } from "react";
import { FailureNotice, Notice } from "../components/Notice.tsx";
import { useText } from "../language/text.ts";
import { RequestFailure } from "../platform/failure.ts";

/** Says why a sign-in failed: wrong words and too many tries in the page's language, anything else in the server's. */
export function SignInFailure({ failure }: { failure: RequestFailure | null }) {
  const { signIn } = useText();
  if (failure?.status === 401) return <Notice kind="danger">{signIn.wrong}</Notice>;
  if (failure?.status === 429 && failure.retryAfter) return <TooMany key={failure.requestID} failure={failure} />;
  return <FailureNotice failure={failure} />;
}

/** Counts the seconds down until it may be tried again; assistive technology hears their number once. */
function TooMany({ failure }: { failure: RequestFailure }) {
  const { signIn } = useText();
  const [seconds, setSeconds] = useState(failure.retryAfter ?? 0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  if (seconds <= 0) return <Notice>{signIn.tryNow}</Notice>;
  return (
    <Notice kind="danger">
      <span aria-hidden="true">{signIn.tooMany(seconds)}</span>
      <span className="visually-hidden">{signIn.tooMany(failure.retryAfter ?? 0)}</span>
    </Notice>
  );
}
