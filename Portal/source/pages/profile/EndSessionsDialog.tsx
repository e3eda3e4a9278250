import type { Session } from "../../api/schema.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { API, Connection } from "../../platform/connection.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";

/** Asks before sessions are ended; one that ended in the meantime is no failure. */
export function EndSessionsDialog({ sessions, onClose }: { sessions: Session[]; onClose: () => void }) {
  const { profile } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    try {
      for (const { id } of sessions) await end(id, cache.connection);
    } finally {
      cache.invalidate("/users/current/sessions");
    }
    show(profile.ended(sessions.length));
  });
  return (
    <ConfirmDialog
      title={profile.endTitle(sessions.length)}
      submit={profile.endSubmit(sessions.length)}
      change={change}
      onClose={onClose}
    >
      <p>{profile.endHint}</p>
    </ConfirmDialog>
  );
}

async function end(id: string, connection: Connection): Promise<void> {
  try {
    await connection.send(`${API}/users/current/sessions/${encodeURIComponent(id)}`, { method: "DELETE" });
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.status !== 404) throw error;
  }
}
