import { useId, useState } from "react";
import type { Artifact, Project } from "../../../api/schema.ts";
import { repositoryPath, withQuery } from "../../../api/paths.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextField } from "../../../components/Field.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { artifactAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource, useResources } from "../../../platform/useResource.ts";
import { chosenName } from "../chosenName.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";

/** Copies an artifact with all that belongs to it to another repository, of this project or another. */
export function CopyArtifactDialog({ artifact, place, onClose }: {
  artifact: Artifact;
  place: RepositoryPlace;
  onClose: () => void;
}) {
  const { repository: text, common } = useText();
  const { show } = useToasts();
  const [project, setProject] = useState(place.project);
  const [repository, setRepository] = useState(place.repository);
  const cache = useResources();
  const isSame = project === place.project && repository === place.repository;
  const change = useChange(async () => {
    const target = repositoryPath(project, repository);
    const from = `${place.fullName}@${artifact.digest}`;
    await cache.change(withQuery(`${target}/artifacts`, { from }), { method: "POST" }, target);
    const address = artifactAddress(project, repository, artifact.digest);
    show(text.copied(`${project}/${repository}`), { label: text.goThere, run: () => navigate(address) });
  });
  return (
    <FormDialog
      title={text.copyTitle(chosenName(artifact, place.reference))}
      submit={common.copy}
      change={change}
      canSubmit={project !== "" && repository !== "" && !isSame}
      onClose={onClose}
    >
      <p className="soft">{text.copyHint}</p>
      <ProjectField value={project} onChange={setProject} />
      <TextField
        label={text.repository}
        className="mono"
        value={repository}
        error={isSame ? text.copySame : null}
        onChange={(event) => setRepository(event.target.value.trim())}
      />
    </FormDialog>
  );
}

/** A project's name, with those that the user has a role in as suggestions. */
function ProjectField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const { repository: text } = useText();
  const id = useId();
  const projects = useResource<Project[]>("/projects?member=true&page_size=100&sort=name");
  return (
    <>
      <TextField
        label={text.project}
        className="mono"
        list={id}
        autoFocus
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <datalist id={id}>
        {projects.value?.map(({ name }) => <option key={name} value={name} />)}
      </datalist>
    </>
  );
}
