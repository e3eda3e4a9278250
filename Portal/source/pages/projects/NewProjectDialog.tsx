import { useState } from "react";
import type { ConfigurationsResponse } from "../../api/schema.ts";
import { FormDialog } from "../../components/Dialog.tsx";
import { SizeField } from "../../components/SizeField.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { projectAddress } from "../../platform/addresses.ts";
import { navigate } from "../../platform/location.ts";
import { unlimited } from "../../platform/size.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResource, useResources } from "../../platform/useResource.ts";
import { useIsAdministrator } from "../../session/session.ts";
import { projectNameProblem } from "./projectName.ts";
import { ProjectNameField } from "./ProjectNameField.tsx";
import { VisibilityField } from "./VisibilityField.tsx";

/** Makes a project, and goes there. */
export function NewProjectDialog({ onClose }: { onClose: () => void }) {
  const { projects } = useText();
  const [name, setName] = useState("");
  const [isPublic, setPublic] = useState(false);
  // Undefined: the registry's own limit for new projects.
  const [limit, setLimit] = useState<number | null | undefined>();
  const isAdministrator = useIsAdministrator();
  const usualLimit = useUsualLimit(isAdministrator);
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    const body = { project_name: name, metadata: { public: String(isPublic) }, storage_limit: limit ?? undefined };
    await cache.change("/projects", { method: "POST", body }, "/projects", "/quotas", "/statistics");
    show(projects.created(name));
    navigate(projectAddress(name), { replace: true });
  });
  return (
    <FormDialog
      title={projects.create}
      submit={projects.createSubmit}
      change={change}
      canSubmit={name !== "" && projectNameProblem(name) === null && limit !== null}
      onClose={onClose}
    >
      <ProjectNameField label={projects.name} value={name} autoFocus onChange={setName} />
      <VisibilityField isPublic={isPublic} onChange={setPublic} />
      {isAdministrator && (
        <SizeField
          label={projects.storageLimit}
          hint={projects.storageLimitHint}
          value={limit === undefined ? usualLimit : limit}
          onChange={setLimit}
        />
      )}
    </FormDialog>
  );
}

/** Reads the limit that new projects get; only administrators may. */
function useUsualLimit(isAdministrator: boolean): number {
  const path = isAdministrator ? "/configurations" : null;
  const { value } = useResource<ConfigurationsResponse>(path);
  const limit = value?.storage_per_project?.value;
  return typeof limit === "number" ? limit : unlimited;
}
