/** The settings of a project, and its deletion. */
export const projectSettings = {
  access: "Who may pull",
  publicWarning: (repositories: number) =>
    repositories === 1
      ? "Everybody who reaches this registry will be able to pull its repository, without signing in."
      : `Everybody who reaches this registry will be able to pull its ${repositories} repositories, without signing in.`,
  privateWarning: "Whoever pulls without signing in, or isn't a member, will be refused at once.",
  used: "Used",
  limitBelowUse: "More than that is stored already: whatever would add to it is refused until something is deleted.",
  content: "What may be pushed",
  sparse: "Indexes without all their images",
  sparseHint: "An index may list images for platforms that were not pushed here. Pulling for such a platform fails.",
  name: "Rename",
  newName: "Name",
  nameHint: "Pulls, pushes and links under the former name keep working: it leads here until it is released.",
  renamed: (name: string) => `The project is called ${name} now`,
  formerNames: "Former names",
  until: "Until",
  release: "Release",
  releaseTitle: (name: string) => `Release ${name}?`,
  releaseHint: (name: string, project: string) =>
    `Pulls and pushes under ${name} stop working, and anybody may make a project of that name. ${project} stays.`,
  released: (name: string) => `${name} is free again`,
  deletion: "Delete the project",
  deletionHint: "Everything in it goes along, its trash too. This can't be undone.",
  delete: "Delete project",
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteContent: "This goes with the project:",
  deleteEmpty: "The project holds no content. This goes with it:",
  deleteFinal: "It can't be restored afterwards.",
  deleted: (name: string) => `Project ${name} deleted`,
  counts: {
    repositories: "Repositories",
    artifacts: "Artifacts",
    tags: "Tags",
    trash: "In the trash",
    members: "Members",
    robots: "Robot accounts",
    labels: "Labels",
    storage: "Storage",
  },
};
