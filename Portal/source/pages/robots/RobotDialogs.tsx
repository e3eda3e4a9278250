import { useState } from "react";
import type { Robot } from "../../api/schema.ts";
import { useResource } from "../../platform/useResource.ts";
import { DeleteRobotDialog } from "./DeleteRobotDialog.tsx";
import { NewSecretDialog } from "./NewSecretDialog.tsx";
import { RobotDialog } from "./RobotDialog.tsx";
import { RobotPlace } from "./robotPlace.ts";
import { Credentials, SecretDialog } from "./SecretDialog.tsx";
import { OpenedRobotDialog } from "./useRobotDialog.ts";

/** Shows the dialog that the page's address names, and after it a secret that was made. */
export function RobotDialogs({ place, dialog, listed }: {
  place: RobotPlace;
  dialog: OpenedRobotDialog;
  /** The accounts on the page; others are read. */
  listed: Robot[];
}) {
  const [credentials, setCredentials] = useState<Credentials | null>(null);
  const { act, robotID, close } = dialog;
  const known = listed.find((robot) => robot.id === robotID);
  const { value: read } = useResource<Robot>(robotID !== null && !known ? `/robots/${robotID}` : null);
  const robot = known ?? read;
  if (credentials) return <SecretDialog credentials={credentials} onClose={() => setCredentials(null)} />;
  if (act === "new" && place.may("create")) {
    return <RobotDialog place={place} robot={null} onCreated={setCredentials} onClose={close} />;
  }
  if (!robot) return null;
  if (act === "edit" && place.may("update")) {
    return <RobotDialog place={place} robot={robot} onCreated={setCredentials} onClose={close} />;
  }
  if (act === "secret" && place.may("update")) {
    return <NewSecretDialog robot={robot} onSecret={setCredentials} onClose={close} />;
  }
  if (act === "delete" && place.may("delete")) return <DeleteRobotDialog robot={robot} onClose={close} />;
  return null;
}
