import { useState } from "react";
import type { UserGroup } from "../../../api/schema.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextField } from "../../../components/Field.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";

/** What an administrator wants to do to a group. */
export interface GroupAction {
  kind: "rename" | "delete";
  group: UserGroup;
}

/** The dialog of an action; `onDeleted` is called when the group is gone. */
export function GroupActionDialog({ action, onClose, onDeleted }: {
  action: GroupAction;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  return action.kind === "rename"
    ? <RenameGroupDialog group={action.group} onClose={onClose} />
    : <DeleteGroupDialog group={action.group} onClose={onClose} onDeleted={onDeleted} />;
}

function RenameGroupDialog({ group, onClose }: { group: UserGroup; onClose: () => void }) {
  const { groups: text, common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [name, setName] = useState(group.group_name);
  const change = useChange(async () => {
    await cache.change(`/usergroups/${group.id}`, { method: "PUT", body: { group_name: name } }, "/usergroups");
    show(text.renamed(name));
  });
  return (
    <FormDialog title={text.renameTitle(group.group_name)} submit={common.rename} change={change} onClose={onClose}>
      <TextField
        label={text.groupName}
        required
        autoFocus
        maxLength={255}
        value={name}
        onChange={(event) =>
          setName(event.target.value)}
      />
    </FormDialog>
  );
}

function DeleteGroupDialog({ group, onClose, onDeleted }: {
  group: UserGroup;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  const { groups: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    await cache.change(`/usergroups/${group.id}`, { method: "DELETE" });
    onDeleted?.();
    // The lists only: what the group's own page has read isn't there any more.
    cache.invalidate("/usergroups?", "/projects");
    show(text.deleted(group.group_name));
  });
  return (
    <ConfirmDialog title={text.deleteTitle(group.group_name)} submit={text.delete} change={change} onClose={onClose}>
      <p>{text.deleteEffect}</p>
      <p className="soft">{text.deleteFinal}</p>
    </ConfirmDialog>
  );
}
