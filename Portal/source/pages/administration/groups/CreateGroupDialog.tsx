import { useState } from "react";
import { FormDialog } from "../../../components/Dialog.tsx";
import { SelectField, TextField } from "../../../components/Field.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { API } from "../../../platform/connection.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { directoryGroup, groupTypeName, groupTypes, localGroup } from "./groupTypes.ts";

/** Makes a group, and leads to the members of a local one. */
export function CreateGroupDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { groups } = text;
  const cache = useResources();
  const { show } = useToasts();
  const [name, setName] = useState("");
  const [type, setType] = useState(localGroup);
  const [directoryName, setDirectoryName] = useState("");
  const change = useChange(async () => {
    const body = {
      group_name: name,
      group_type: type,
      ...(type === directoryGroup && { ldap_group_dn: directoryName }),
    };
    const made = await cache.connection.send(`${API}/usergroups`, { method: "POST", body });
    // An answer that nobody reads counts as broken off.
    await made.text();
    cache.invalidate("/usergroups");
    show(groups.created(name));
    const id = made.headers.get("Location")?.split("/").pop();
    if (id && type === localGroup) navigate(`/administration/groups/${id}`, { replace: true });
  });
  return (
    <FormDialog title={groups.create} submit={groups.createSubmit} change={change} onClose={onClose}>
      <TextField
        label={groups.groupName}
        required
        autoFocus
        maxLength={255}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={groups.type}
        hint={type === localGroup ? groups.localHint : groups.keptHint}
        value={type}
        onChange={(event) => setType(groupTypes.find((type) => String(type) === event.target.value) ?? localGroup)}
      >
        {groupTypes.map((type) => <option key={type} value={type}>{groupTypeName(type, text)}</option>)}
      </SelectField>
      {type === directoryGroup && (
        <TextField
          label={groups.directoryName}
          hint={groups.directoryNameHint}
          required
          maxLength={512}
          value={directoryName}
          onChange={(event) => setDirectoryName(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
