import { useEffect } from "react";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { projectAddress } from "../../platform/addresses.ts";
import { navigate } from "../../platform/location.ts";

/** Replaces the address of a project that was reached by a former name, and says what it is called now. */
export function useFormerNameNotice(wanted: string, actual: string | undefined): void {
  const { show } = useToasts();
  const { project } = useText();
  useEffect(() => {
    if (actual === undefined || actual === wanted) return;
    const rest = location.pathname.slice(projectAddress(wanted).length);
    show(project.renamed(wanted, actual));
    navigate(projectAddress(actual) + rest + location.search + location.hash, { replace: true });
  }, [wanted, actual, show, project]);
}
