import { useId, useState } from "react";
import type { Project } from "../../../api/schema.ts";
import { containing, repositoryPath, withQuery } from "../../../api/paths.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextField } from "../../../components/Field.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { artifactAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource, useResources } from "../../../platform/useResource.ts";
import { ShownArtifact } from "../shownArtifact.ts";

/** How repositories are written: components of lower-case letters and digits. */
const repositoryPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;

/** Copies an artifact, with what belongs to it, to another repository. */
export function CopyArtifactDialog({ shown, onClose }: { shown: ShownArtifact; onClose: () => void }) {
  const { project, repository, artifact } = shown;
  const [target, setTarget] = useState({ project: "", repository });
  const cache = useResources();
  const { show } = useToasts();
  const { artifact: text } = useText();
  const isSame = target.project === project && target.repository === repository;
  const isRight = target.project !== "" && repositoryPattern.test(target.repository) && !isSame;
  const change = useChange(async () => {
    const path = repositoryPath(target.project, target.repository);
    const from = `${project}/${repository}@${artifact.digest}`;
    await cache.change(
      withQuery(`${path}/artifacts`, { from }),
      { method: "POST" },
      path,
      "/projects",
      "/repositories",
    );
    const address = artifactAddress(target.project, target.repository, artifact.digest);
    show(text.copiedTo(`${target.project}/${target.repository}`), { label: text.open, run: () => navigate(address) });
  });
  return (
    <FormDialog
      title={text.copyTitle}
      submit={text.copySubmit}
      change={change}
      canSubmit={isRight}
      onClose={onClose}
    >
      <p className="soft">{text.copyHint}</p>
      <ProjectField value={target.project} onChange={(project) => setTarget({ ...target, project })} />
      <TextField
        label={text.targetRepository}
        hint={text.targetRepositoryHint}
        error={repositoryPattern.test(target.repository) ? isSame ? text.sameRepository : null : text.repositoryRule}
        value={target.repository}
        onChange={(event) => setTarget({ ...target, repository: event.target.value })}
      />
    </FormDialog>
  );
}

/** A project's name, with those that begin like what is typed as suggestions. */
function ProjectField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const id = useId();
  const { artifact } = useText();
  const query = { q: containing("name", value), page_size: 20, sort: "name" };
  const { value: projects } = useResource<Project[]>(withQuery("/projects", query), { keepPrevious: true });
  return (
    <>
      <TextField
        label={artifact.targetProject}
        list={id}
        value={value}
        autoFocus
        required
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>{projects?.map(({ name }) => <option key={name} value={name} />)}</datalist>
    </>
  );
}
