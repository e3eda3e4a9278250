import { useEffect } from "react";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { repositoryAddress, splitRepositoryName } from "../../platform/addresses.ts";
import { navigate } from "../../platform/location.ts";

/** Replaces the address of a repository, or of what is in it, that was reached by a former name; says what it is called now. */
export function useFormerRepositoryName(wanted: string, actual: string | undefined): void {
  const { show } = useToasts();
  const { repository: text } = useText();
  useEffect(() => {
    if (actual === undefined || actual === wanted) return;
    const rest = location.pathname.slice(addressOf(wanted).length);
    show(text.renamed(wanted, actual));
    navigate(addressOf(actual) + rest + location.search + location.hash, { replace: true });
  }, [wanted, actual, show, text]);
}

function addressOf(fullName: string): string {
  const { project, repository } = splitRepositoryName(fullName);
  return repositoryAddress(project, repository);
}
