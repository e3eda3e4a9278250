import { useState } from "react";
import type { UserGroup } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { SuggestionField } from "../../../components/Suggestions.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { useCandidates } from "../../project/members/useCandidates.ts";

/** Puts a user into a local group. */
export function AddGroupMemberDialog({ group, onClose }: { group: UserGroup; onClose: () => void }) {
  const { groups: text, members, common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [name, setName] = useState("");
  const candidates = useCandidates("user", name);
  const change = useChange(async () => {
    const path = `/usergroups/${group.id}/members`;
    await cache.change(path, { method: "POST", body: { username: name.trim() } }, path);
    show(text.added(name.trim()));
  });
  return (
    <FormDialog
      title={text.addMemberTitle(group.group_name)}
      submit={common.add}
      change={change}
      canSubmit={name.trim() !== ""}
      onClose={onClose}
    >
      <SuggestionField
        label={text.user}
        hint={text.userHint}
        value={name}
        suggestions={candidates.suggestions}
        nothing={candidates.isNothingFound ? members.nobodyFound : null}
        onType={setName}
        onChoose={(suggestion) => setName(suggestion.label)}
      />
    </FormDialog>
  );
}
