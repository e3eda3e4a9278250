import { useState } from "react";
import { FormDialog } from "../../../components/Dialog.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { SuggestionField } from "../../../components/Suggestions.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { StandingFields } from "./StandingFields.tsx";
import { CandidateKind, useCandidates } from "./useCandidates.ts";
import { Candidate, Standing, useMemberChanges } from "./useMemberChanges.ts";

const developer: Standing = { role_id: 2, repository_pattern: "" };

/** Makes a user or a group a member of a project. */
export function AddMemberDialog({ project, onClose }: { project: string; onClose: () => void }) {
  const { members } = useText();
  const [kind, setKind] = useState<CandidateKind>("user");
  const [name, setName] = useState("");
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const [standing, setStanding] = useState(developer);
  const candidates = useCandidates(kind, candidate ? "" : name);
  const changes = useMemberChanges(project);
  const chosen = candidate ?? candidates.exactly(name);
  const change = useChange(async () => {
    if (chosen) await changes.add(chosen, name, standing);
  });
  const type = (text: string) => {
    setName(text);
    setCandidate(null);
  };
  return (
    <FormDialog
      title={members.addTitle(project)}
      submit={members.add}
      change={change}
      canSubmit={chosen !== null}
      onClose={onClose}
    >
      <div>
        <Segments
          label={members.kind}
          value={kind}
          choices={[{ value: "user", label: members.user }, { value: "group", label: members.group }]}
          onChange={(next) => {
            setKind(next);
            type("");
          }}
        />
      </div>
      <SuggestionField
        key={kind}
        label={kind === "user" ? members.userName : members.groupName}
        hint={kind === "user" ? members.userNameHint : members.groupNameHint}
        value={name}
        suggestions={candidates.suggestions}
        nothing={candidates.isNothingFound ? members.nobodyFound : null}
        onType={type}
        onChoose={(suggestion) => {
          setName(suggestion.label);
          setCandidate(candidates.exactly(suggestion.label));
        }}
      />
      <StandingFields value={standing} onChange={setStanding} />
    </FormDialog>
  );
}
