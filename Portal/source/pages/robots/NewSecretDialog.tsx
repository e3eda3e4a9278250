import { useId, useState } from "react";
import type { Robot, RobotSec } from "../../api/schema.ts";
import { FormDialog } from "../../components/Dialog.tsx";
import { RadioField, TextField } from "../../components/Field.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { Credentials } from "./SecretDialog.tsx";

/** Replaces a robot account's secret, by one that the registry makes or by one's own. */
export function NewSecretDialog({ robot, onSecret, onClose }: {
  robot: Robot;
  /** Gets the secret that the registry has made. */
  onSecret: (credentials: Credentials) => void;
  onClose: () => void;
}) {
  const { robots } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const [own, setOwn] = useState<string | null>(null);
  const id = useId();
  const change = useChange(async () => {
    const request = { method: "PATCH", body: { secret: own ?? "" } };
    const { secret } = await cache.change<RobotSec>(`/robots/${robot.id}`, request, "/robots");
    if (own === null) onSecret({ name: robot.name, secret: secret ?? "" });
    else show(robots.secretReplaced(robot.name));
  });
  return (
    <FormDialog
      title={robots.newSecretTitle(robot.name)}
      submit={robots.newSecretSubmit}
      change={change}
      onClose={onClose}
    >
      <Notice kind="warning">{robots.newSecretWarning}</Notice>
      <div className="stack stack-tight" role="radiogroup" aria-label={robots.secret}>
        <RadioField label={robots.madeSecret} name={id} checked={own === null} onChange={() => setOwn(null)} />
        <RadioField label={robots.ownSecret} name={id} checked={own !== null} onChange={() => setOwn("")} />
      </div>
      {own !== null && (
        <TextField
          label={robots.secret}
          type="password"
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={128}
          value={own}
          hint={robots.secretRule}
          onChange={(event) => setOwn(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
