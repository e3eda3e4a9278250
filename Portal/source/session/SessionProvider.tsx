import { ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { GeneralInfo, UserResp } from "../api/schema.ts";
import { useQuickChange } from "../components/useQuickChange.ts";
import { API, Connection } from "../platform/connection.ts";
import { RequestFailure } from "../platform/failure.ts";
import { forgetVisits } from "../platform/visits.ts";
import { useResources } from "../platform/useResource.ts";
import { ExpiredSessionDialog } from "./ExpiredSessionDialog.tsx";
import { Session, SessionContext } from "./session.ts";

/** Who is signed in, and what the registry says of itself. */
export interface SessionState {
  user: UserResp | null;
  info: GeneralInfo;
}

/** Reads who is signed in. A session that has ended is signed out, so that public pages are shown without it. */
export async function readSession(connection: Connection): Promise<SessionState> {
  const [user, info] = await Promise.all([readUser(connection), connection.sendOnce(`${API}/systeminfo`)]);
  return { user, info: await info.json() };
}

async function readUser(connection: Connection): Promise<UserResp | null> {
  try {
    return await (await connection.sendOnce(`${API}/users/current`)).json();
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.status !== 401) throw error;
    await connection.sendOnce("/c/log_out");
    return null;
  }
}

/** Sends a name and a password; throws `RequestFailure`. */
async function sendSignIn(connection: Connection, name: string, password: string): Promise<void> {
  await connection.sendOnce("/c/login", { method: "POST", form: { principal: name, password } });
}

/** Gives the page its session, and asks for the password again when it has ended. */
export function SessionProvider({ initial, children }: { initial: SessionState; children: ReactNode }) {
  const cache = useResources();
  const [state, setState] = useState(initial);
  const { waiting, finish } = useEndedSessions(cache.connection, state.user !== null);
  const reload = useCallback(async () => setState(await readSession(cache.connection)), [cache]);
  /** What the one before was allowed to see is forgotten before the next one's page is shown. */
  const changeUser = useCallback(async () => {
    const next = await readSession(cache.connection);
    cache.clear();
    forgetVisits();
    setState(next);
  }, [cache]);
  const signIn = useCallback(async (name: string, password: string) => {
    await sendSignIn(cache.connection, name, password);
    await changeUser();
  }, [cache, changeUser]);
  const signOut = useCallback(async () => {
    await cache.connection.sendOnce("/c/log_out");
    await changeUser();
  }, [cache, changeUser]);
  const leave = useQuickChange(signOut);
  const session = useMemo<Session>(() => ({ ...state, signIn, signOut, reload }), [state, signIn, signOut, reload]);
  return (
    <SessionContext.Provider value={session}>
      {children}
      {waiting && state.user && (
        <ExpiredSessionDialog
          userName={state.user.username}
          signIn={(password) => sendSignIn(cache.connection, state.user?.username ?? "", password)}
          onSignedIn={() => finish(true)}
          onClose={() => finish(false)}
          onLeave={() => {
            finish(false);
            leave();
          }}
        />
      )}
    </SessionContext.Provider>
  );
}

/** Keeps the requests that met an ended session waiting until somebody has signed in, or has gone. */
function useEndedSessions(connection: Connection, isSignedIn: boolean) {
  const [waiting, setWaiting] = useState<Array<(isSignedIn: boolean) => void> | null>(null);
  useEffect(() => {
    connection.whenSessionEnds = isSignedIn
      ? () => new Promise((resolve) => setWaiting((all) => [...all ?? [], resolve]))
      : null;
    return () => {
      connection.whenSessionEnds = null;
    };
  }, [connection, isSignedIn]);
  const finish = useCallback((isSignedIn: boolean) => {
    waiting?.forEach((resolve) => resolve(isSignedIn));
    setWaiting(null);
  }, [waiting]);
  return { waiting, finish };
}
