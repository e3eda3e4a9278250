import { setParameters, useParameter } from "../../../platform/location.ts";

/** A dialog of an artifact's page; the address has it as `dialog`. */
export type ArtifactDialogName = "add-tag" | "tags" | "labels" | "copy" | "delete";

/** Gives which dialog is open, and what opens and closes one. */
export function useArtifactDialog() {
  const [name, setName] = useParameter("dialog");
  return {
    name,
    open: (name: ArtifactDialogName) => setName(name),
    // The list of all tags has its filter, order and page in the address too.
    close: () =>
      setParameters({ dialog: null, "tags-filter": null, "tags-sort": null, "tags-page": null }, { replace: true }),
  };
}
