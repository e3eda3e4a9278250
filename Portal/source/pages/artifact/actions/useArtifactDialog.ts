import { useParameter } from "../../../platform/location.ts";

/** A dialog of an artifact's page; the address has it as `dialog`. */
export type ArtifactDialogName = "add-tag" | "tags" | "labels" | "copy" | "delete";

/** Gives which dialog is open, and what opens and closes one. */
export function useArtifactDialog() {
  const [name, setName] = useParameter("dialog");
  return {
    name,
    open: (name: ArtifactDialogName) => setName(name),
    close: () => setName("", { replace: true }),
  };
}
