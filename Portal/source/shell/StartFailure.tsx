import { useEffect } from "react";
import { FailureNotice } from "../components/Notice.tsx";
import { Speech, SpeechContext } from "../language/text.ts";
import { RequestFailure } from "../platform/failure.ts";

/** Stands for the whole portal where the registry could not be asked who is signed in. */
export function StartFailure({ failure, spoken }: { failure: RequestFailure; spoken: Omit<Speech, "setLanguage"> }) {
  const { common } = spoken.text;
  useEffect(() => {
    document.title = `${common.failed} · ${common.product}`;
  }, [common]);
  return (
    <SpeechContext.Provider value={{ ...spoken, setLanguage: () => Promise.resolve() }}>
      <main className="gate">
        <section className="card gate-card stack" aria-labelledby="start-failure">
          <h1 id="start-failure">{common.failed}</h1>
          <FailureNotice failure={failure} onRetry={() => location.reload()} />
        </section>
      </main>
    </SpeechContext.Provider>
  );
}
