/** The trash of a project. */
export const trash = {
  title: "Trash",
  filter: "Filter by repository",
  what: "Deleted",
  repository: "Repository",
  deletedBy: "By",
  deletedAt: "When",
  expiresAt: "Gone for good",
  none: "The trash is empty",
  noneHint: "Deleted artifacts and tags wait here until they are gone for good. They take no storage of the project.",
  restoreTitle: "Restore?",
  howMuch: "How much is restored",
  restoreAll: (others: number) =>
    others === 1
      ? "With the other that was deleted together with it"
      : `With the ${others} others that were deleted together with it`,
  restoreThis: "This alone",
  skipTags: "Leave out tags that name something else now",
  skipTagsHint: "The artifacts come back; such tags stay where they are.",
  restored: (artifacts: number, tags: number) =>
    `Restored: ${artifacts} ${artifacts === 1 ? "artifact" : "artifacts"}, ${tags} ${tags === 1 ? "tag" : "tags"}`,
  leftOut: (tags: string) => `Left out: ${tags}`,
  purge: "Delete for good",
  purgeTitle: "Delete for good?",
  purgeHint:
    "The artifact and its tags can't be restored afterwards. Content that nothing else uses is removed from storage.",
  purgeTagHint: "The tag can't be restored afterwards. The artifact that it named isn't touched.",
  purged: "Deleted for good",
  emptyAction: "Empty the trash",
  emptyTitle: "Empty the trash?",
  emptyHint: "Nothing in it can be restored afterwards.",
  emptyCountHint: (count: number) =>
    count === 1
      ? "One artifact or tag is gone for good and can't be restored."
      : `${count} artifacts and tags are gone for good and can't be restored.`,
  emptied: "The trash is empty",
};
