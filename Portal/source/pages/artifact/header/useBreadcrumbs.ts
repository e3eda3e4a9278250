import { Breadcrumb } from "../../../components/Page.tsx";
import { useText } from "../../../language/text.ts";
import { artifactAddress, projectAddress, repositoryAddress } from "../../../platform/addresses.ts";
import { useParameters } from "../../../platform/location.ts";
import { referenceName } from "../content/reference.ts";

/** Gives the pages above an artifact: also the index it is a part of, or what it is attached to, if it was reached from there. */
export function useBreadcrumbs(project: string, repository: string): Breadcrumb[] {
  const { shell } = useText();
  const parent = useParameters().get("in");
  const crumbs = [
    { label: shell.projects, to: "/projects" },
    { label: project, to: projectAddress(project) },
    { label: repository, to: repositoryAddress(project, repository) },
  ];
  if (!parent) return crumbs;
  return [...crumbs, { label: referenceName(parent), to: artifactAddress(project, repository, parent) }];
}
