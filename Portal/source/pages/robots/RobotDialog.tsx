import { useState } from "react";
import type { Permissions, Robot, RobotCreated } from "../../api/schema.ts";
import { Dialog, FormDialog } from "../../components/Dialog.tsx";
import { TextField } from "../../components/Field.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResource, useResources } from "../../platform/useResource.ts";
import { LifetimeField } from "./LifetimeField.tsx";
import { RightsFields } from "./RightsFields.tsx";
import { canSend, changeOf, creationOf, draftOf, emptyDraft, isRobotName, RobotDraft } from "./robotDraft.ts";
import { RobotPlace } from "./robotPlace.ts";

interface RobotDialogProperties {
  place: RobotPlace;
  /** Null makes a new account. */
  robot: Robot | null;
  /** Gets the new account with its secret. */
  onCreated: (created: RobotCreated) => void;
  onClose: () => void;
}

/** Makes or edits a robot account. */
export function RobotDialog(properties: RobotDialogProperties) {
  const { robots } = useText();
  const { robot, onClose } = properties;
  const permissions = useResource<Permissions>("/permissions");
  if (permissions.value) return <RobotForm {...properties} available={permissions.value} />;
  return (
    <Dialog isWide title={robot ? robots.editTitle(robot.name) : robots.createTitle} onClose={onClose}>
      <ResourceView resource={permissions} lines={8}>{() => null}</ResourceView>
    </Dialog>
  );
}

function RobotForm(
  { place, robot, available, onCreated, onClose }: RobotDialogProperties & { available: Permissions },
) {
  const { robots, common } = useText();
  const [draft, setDraft] = useState(() => robot ? draftOf(robot) : emptyDraft(place));
  const change = useSending(draft, place, robot, onCreated);
  const set = (part: Partial<RobotDraft>) => setDraft({ ...draft, ...part });
  return (
    <FormDialog
      isWide
      title={robot ? robots.editTitle(robot.name) : robots.createTitle}
      submit={robot ? common.save : common.create}
      change={change}
      canSubmit={canSend(draft, robot === null)}
      onClose={onClose}
    >
      {!robot && <NameField name={draft.name} onChange={(name) => set({ name })} />}
      <TextField
        label={common.description}
        isOptional
        maxLength={1024}
        value={draft.description}
        onChange={(event) => set({ description: event.target.value })}
      />
      <LifetimeField
        days={draft.days}
        madeAt={robot?.creation_time ? new Date(robot.creation_time) : null}
        onChange={(days) => set({ days })}
      />
      <RightsFields {...{ place, available }} rights={draft.rights} onChange={(rights) => set({ rights })} />
    </FormDialog>
  );
}

function NameField({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { robots, common } = useText();
  return (
    <TextField
      label={common.name}
      autoFocus
      required
      maxLength={255}
      value={name}
      hint={robots.nameHint}
      error={name !== "" && !isRobotName(name) ? robots.nameError : null}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function useSending(
  draft: RobotDraft,
  place: RobotPlace,
  robot: Robot | null,
  onCreated: (created: RobotCreated) => void,
) {
  const cache = useResources();
  const { show } = useToasts();
  const { robots } = useText();
  return useChange(async () => {
    if (robot) {
      await cache.change(`/robots/${robot.id}`, { method: "PUT", body: changeOf(draft) }, "/robots");
      show(robots.saved(robot.name));
    } else {
      const body = creationOf(draft, place);
      onCreated(await cache.change<RobotCreated>("/robots", { method: "POST", body }, "/robots"));
    }
  });
}
