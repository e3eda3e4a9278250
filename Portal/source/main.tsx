import "./design/portal.css";
import { StrictMode, useCallback, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { Application } from "./Application.tsx";
import { ToastProvider } from "./components/Toasts.tsx";
import { startTheme } from "./design/appearance.ts";
import {
  Language,
  languageTag,
  loadText,
  preferredLanguage,
  rememberLanguage,
  SpeechContext,
  Text,
} from "./language/text.ts";
import { Connection } from "./platform/connection.ts";
import { RequestFailure } from "./platform/failure.ts";
import { ResourceCache } from "./platform/resourceCache.ts";
import { ResourceContext } from "./platform/useResource.ts";
import { readSession, SessionProvider, SessionState } from "./session/SessionProvider.tsx";
import { StartFailure } from "./shell/StartFailure.tsx";

/** Everything that pages stand on: language, cache, session, passing messages. */
function Portal({ cache, session, spoken }: {
  cache: ResourceCache;
  session: SessionState;
  spoken: { language: Language; text: Text };
}) {
  const [current, setCurrent] = useState(spoken);
  const setLanguage = useCallback(async (language: Language) => {
    const text = await loadText(language);
    rememberLanguage(language);
    document.documentElement.lang = languageTag(language);
    setCurrent({ language, text });
  }, []);
  const speech = useMemo(() => ({ ...current, setLanguage }), [current, setLanguage]);
  return (
    <SpeechContext.Provider value={speech}>
      <ResourceContext.Provider value={cache}>
        <ToastProvider>
          <SessionProvider initial={session}>
            <Application />
          </SessionProvider>
        </ToastProvider>
      </ResourceContext.Provider>
    </SpeechContext.Provider>
  );
}

async function start(): Promise<void> {
  startTheme();
  const language = preferredLanguage();
  document.documentElement.lang = languageTag(language);
  const connection = new Connection();
  const [text, session] = await Promise.all([loadText(language), readSession(connection).catch(failureAlone)]);
  const root = document.getElementById("portal");
  if (!root) throw new Error("index.html has no element called portal");
  createRoot(root).render(
    <StrictMode>
      {session instanceof RequestFailure
        ? <StartFailure failure={session} spoken={{ language, text }} />
        : <Portal cache={new ResourceCache(connection)} session={session} spoken={{ language, text }} />}
    </StrictMode>,
  );
}

/** Gives a request's failure as a value; anything else is a mistake and stays thrown. */
function failureAlone(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  throw error;
}

void start();
