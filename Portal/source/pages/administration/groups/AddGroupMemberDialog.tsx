import { useState } from "react";
import type { UserGroup } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { UserField } from "../../../components/UserField.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";

/** Puts a user into a local group. */
export function AddGroupMemberDialog({ group, onClose }: { group: UserGroup; onClose: () => void }) {
  const { groups: text, common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [name, setName] = useState("");
  const change = useChange(async () => {
    const path = `/usergroups/${group.id}/members`;
    await cache.change(path, { method: "POST", body: { username: name.trim() } }, path);
    show(text.added(name.trim()));
  });
  return (
    <FormDialog title={text.addMemberTitle(group.group_name)} submit={common.add} change={change} onClose={onClose}>
      <UserField label={text.user} hint={text.userHint} value={name} autoFocus onChange={setName} />
    </FormDialog>
  );
}
