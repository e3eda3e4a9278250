import { useEffect } from "react";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { repositoryAddress, splitRepositoryName } from "../../platform/addresses.ts";
import { navigate } from "../../platform/location.ts";

/** Replaces the address of a repository that was reached by a former name, and says what it is called now. */
export function useFormerRepositoryName(wanted: string, actual: string | undefined): void {
  const { show } = useToasts();
  const { repository: text } = useText();
  useEffect(() => {
    if (actual === undefined || actual === wanted) return;
    const { project, repository } = splitRepositoryName(actual);
    show(text.renamed(wanted, actual));
    navigate(repositoryAddress(project, repository) + location.search + location.hash, { replace: true });
  }, [wanted, actual, show, text]);
}
