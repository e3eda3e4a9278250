/** The frame around a project's pages, and its repositories. */
export const project = {
  pages: "Pages of the project",
  repositories: "Repositories",
  members: "Members",
  labels: "Labels",
  robots: "Robot accounts",
  policy: "Policy",
  trash: "Trash",
  logs: "Audit log",
  settings: "Settings",
  renamed: (before: string, now: string) => `${before} is called ${now} now.`,
  roles: {
    projectAdmin: "Project admin",
    maintainer: "Maintainer",
    developer: "Developer",
    guest: "Guest",
    limitedGuest: "Limited guest",
  },
};
