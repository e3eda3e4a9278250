import { createContext, useContext } from "react";
import type { GeneralInfo, UserResp } from "../api/schema.ts";

/** Who looks at the page, and what the registry says of itself. */
export interface Session {
  /** Null for nobody. */
  user: UserResp | null;
  info: GeneralInfo;
  /** Signs in and shows the page anew for that user; throws `RequestFailure`. */
  signIn: (name: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
  /** Reads user and registry again after they were changed. */
  reload: () => Promise<void>;
}

/** The page's session. */
export const SessionContext = createContext<Session | null>(null);

/** Gives the session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession needs a SessionContext around it");
  return session;
}

/** Whether the user may make projects. */
export function useMayCreateProjects(): boolean {
  const { user, info } = useSession();
  return user !== null && (user.sysadmin_flag || info.project_creation_restriction === "everyone");
}

/** Whether the user is a system administrator. */
export function useIsAdministrator(): boolean {
  const { user } = useSession();
  return user?.sysadmin_flag ?? false;
}
