import type { Artifact, SearchKind, SearchResult } from "../../api/schema.ts";
import { containing, repositoryPath, withQuery } from "../../api/paths.ts";
import { IconName } from "../../components/Icon.tsx";
import {
  artifactAddress,
  projectAddress,
  repositoryAddress,
  searchAddress,
  splitRepositoryName,
} from "../../platform/addresses.ts";
import { TypedText } from "./typedText.ts";

/** The kinds of things that the search finds and that have a page, in the order in which they are shown. */
export const foundKinds = ["project", "repository", "tag", "digest"] as const;

/** A kind of thing that is found. */
export type FoundKind = Extract<SearchKind, typeof foundKinds[number]>;

/** Something that was found. */
export interface Finding {
  kind: FoundKind;
  label: string;
  /** Where it is, or what it is. */
  hint: string;
  address: string;
  isPublic: boolean;
}

/** The icon of each kind. */
export const findingIcons: Record<FoundKind, IconName> = {
  project: "boxes",
  repository: "package",
  tag: "tag",
  digest: "hash",
};

/** A request that finds something, and how its answer is read. */
export interface Question {
  kind: FoundKind;
  path: string;
  read: (answer: unknown) => Finding[];
}

/** The request for one kind of thing, by a text. */
export function searchPath(kind: FoundKind, text: string, page: number, size: number): string {
  return withQuery("/search/all", { q: text, kind, page, page_size: size });
}

/** The address of all results of one kind. */
export function kindAddress(typed: string, kind: FoundKind): string {
  return `${searchAddress(typed)}&kind=${kind}`;
}

/** Says what has to be asked to find what was typed: each kind that can have it. */
export function questionsFor(typed: TypedText, size: number): Question[] {
  const { words, reference, digest } = typed;
  const ask = (kind: FoundKind, text: string, inRepository?: string): Question => ({
    kind,
    path: searchPath(kind, text, 1, inRepository ? 100 : size),
    // The API's description says what the answer is.
    read: (answer) => findings(kind, answer as SearchResult[], inRepository).slice(0, size),
  });
  if (digest) return [ask("digest", digest, reference?.repository)];
  if (reference?.tag) {
    return [tagsOf(reference.repository, reference.tag, size) ?? ask("tag", reference.tag, reference.repository)];
  }
  if (words === "") return [];
  if (words.includes("/")) return [ask("repository", words)];
  return [ask("project", words), ask("repository", words), ask("tag", words)];
}

/** Asks for a repository's own tags, as its name is known in full; null if only the end of the name is. */
function tagsOf(name: string, tag: string, size: number): Question | null {
  const { project, repository } = splitRepositoryName(name);
  if (!project || !repository) return null;
  const path = withQuery(`${repositoryPath(project, repository)}/artifacts`, {
    q: containing("tags", tag),
    with_tag: true,
    page_size: size,
  });
  const read = (answer: unknown) =>
    (answer as Artifact[])
      .flatMap((artifact) => artifact.tags ?? [])
      .filter((found) => found.name.includes(tag))
      .sort((one, other) => one.name.length - other.name.length)
      .map((found): Finding => ({
        kind: "tag",
        label: found.name,
        hint: name,
        address: artifactAddress(project, repository, found.name),
        isPublic: false,
      }))
      .slice(0, size);
  return { kind: "tag", path, read };
}

/** Reads an answer of the search. A repository's name or the end of it leaves out what is elsewhere. */
export function findings(kind: FoundKind, results: SearchResult[], inRepository?: string): Finding[] {
  const isThere = ({ repository_name: name = "" }: SearchResult) =>
    !inRepository || name === inRepository || name.endsWith(`/${inRepository}`);
  return results.filter(isThere).map((result) => ({
    kind,
    isPublic: result.project_public,
    ...described(kind, result),
  }));
}

function described(kind: FoundKind, result: SearchResult): Pick<Finding, "label" | "hint" | "address"> {
  const { project_name: project = "", repository_name: name = "", tag = "", digest = "" } = result;
  if (kind === "project") return { label: project, hint: "", address: projectAddress(project) };
  const { repository } = splitRepositoryName(name);
  if (kind === "repository") return { label: name, hint: "", address: repositoryAddress(project, repository) };
  const reference = kind === "tag" ? tag : digest;
  return { label: reference, hint: name, address: artifactAddress(project, repository, reference) };
}
