import { IconName } from "../components/Icon.tsx";
import { useText } from "../language/text.ts";
import { useIsAdministrator } from "../session/session.ts";

/** An area of the portal. */
export interface Destination {
  label: string;
  to: string;
  icon: IconName;
}

/** The portal's areas, as the navigation groups them. */
export interface Destinations {
  main: Destination[];
  /** Empty for everybody but administrators. */
  administration: Destination[];
  reference: Destination[];
}

/** Gives the areas that the user may go to. */
export function useDestinations(): Destinations {
  const { shell } = useText();
  const isAdministrator = useIsAdministrator();
  const administration: Destination[] = [
    { label: shell.users, to: "/administration/users", icon: "users" },
    { label: shell.groups, to: "/administration/groups", icon: "building-2" },
    { label: shell.robots, to: "/administration/robots", icon: "bot" },
    { label: shell.roles, to: "/administration/roles", icon: "key-round" },
    { label: shell.labels, to: "/administration/labels", icon: "tag" },
    { label: shell.quotas, to: "/administration/quotas", icon: "gauge" },
    { label: shell.webhooks, to: "/administration/webhooks", icon: "bell" },
    { label: shell.configuration, to: "/administration/configuration", icon: "sliders-horizontal" },
    { label: shell.garbageCollection, to: "/administration/garbage-collection", icon: "refresh-cw" },
    { label: shell.backgroundJobs, to: "/administration/jobs", icon: "activity" },
    { label: shell.auditLog, to: "/administration/audit-log", icon: "scroll-text" },
    { label: shell.systemHealth, to: "/administration/health", icon: "heart-pulse" },
  ];
  return {
    main: [
      { label: shell.home, to: "/", icon: "house" },
      { label: shell.projects, to: "/projects", icon: "boxes" },
    ],
    administration: isAdministrator ? administration : [],
    reference: [{ label: shell.apiReference, to: "/api-reference", icon: "book-open" }],
  };
}
