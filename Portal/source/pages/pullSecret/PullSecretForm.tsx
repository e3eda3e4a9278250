import { FormEvent, useState } from "react";
import type { RobotCreate, RobotCreated } from "../../api/schema.ts";
import { projectPath } from "../../api/paths.ts";
import { Button } from "../../components/Button.tsx";
import { useRegistryHost } from "../../components/ClientCommands.tsx";
import { SelectField, TextField } from "../../components/Field.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { namespaceFault, robotName, robotNameFault, secretName, secretNameFault } from "./kubernetesNames.ts";
import { PullSecret } from "./pullSecret.ts";

/** A secret that was made, and when it ends. */
export interface MadeSecret {
  secret: PullSecret;
  /** Null for never. */
  end: Date | null;
}

/** Days for which the robot account may be valid; -1 is for ever. */
const lifetimes = [30, 90, 365, -1];

/** Asks how the secret is called and how long it is valid, and makes its robot account. */
export function PullSecretForm({ project, onMade, onCancel }: {
  project: string;
  onMade: (made: MadeSecret) => void;
  onCancel: () => void;
}) {
  const [name, setName] = useState(secretName(project));
  const [namespace, setNamespace] = useState("default");
  const [days, setDays] = useState(90);
  const [chosenRobot, setRobot] = useState<string | null>(null);
  const robot = chosenRobot ?? robotName(namespace, name);
  const faults = { name: secretNameFault(name), namespace: namespaceFault(namespace), robot: robotNameFault(robot) };
  const isRight = !faults.name && !faults.namespace && !faults.robot;
  const host = useRegistryHost();
  const make = useMakeRobot(project);
  const change = useChange(async () => {
    const { name: userName, secret: password, expires_at } = await make(robot, days, `${namespace}/${name}`);
    const end = expires_at > 0 ? new Date(expires_at * 1000) : null;
    onMade({ secret: { name, namespace, host, userName, password }, end });
  });
  const { common, pullSecret } = useText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isRight) void change.run();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="soft">{pullSecret.explanation(project)}</p>
      <TextField
        label={pullSecret.name}
        value={name}
        autoFocus
        error={faults.name && { ...pullSecret, characters: pullSecret.charactersOfSecret }[faults.name]}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={pullSecret.namespace}
        hint={pullSecret.namespaceHint}
        value={namespace}
        error={faults.namespace && pullSecret[faults.namespace]}
        onChange={(event) => setNamespace(event.target.value)}
      />
      <SelectField
        label={pullSecret.lifetime}
        value={days}
        onChange={(event) => setDays(Number(event.target.value))}
      >
        {lifetimes.map((count) => (
          <option key={count} value={count}>{count < 0 ? pullSecret.forEver : pullSecret.days(count)}</option>
        ))}
      </SelectField>
      <TextField
        label={pullSecret.robot}
        hint={pullSecret.robotHint}
        value={robot}
        error={faults.robot && { ...pullSecret, characters: pullSecret.charactersOfRobot }[faults.robot]}
        onChange={(event) => setRobot(event.target.value)}
      />
      <FailureNotice failure={change.failure} />
      <div className="dialog-actions">
        <Button onClick={onCancel}>{common.cancel}</Button>
        <Button type="submit" kind="primary" isBusy={change.isRunning} disabled={!isRight}>{pullSecret.create}</Button>
      </div>
    </form>
  );
}

/** Gives a function that makes a robot account which may pull from a project and nothing else. */
function useMakeRobot(project: string) {
  const cache = useResources();
  return (name: string, days: number, place: string): Promise<RobotCreated> => {
    const body: RobotCreate = {
      name,
      description: `Kubernetes ${place}`,
      level: "project",
      duration: days,
      permissions: [{
        kind: "project",
        namespace: project,
        access: [{ resource: "repository", action: "pull" }],
      }],
    };
    return cache.change("/robots", { method: "POST", body }, "/robots", `${projectPath(project)}/robots`);
  };
}
