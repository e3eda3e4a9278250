import { Icon, IconName } from "../components/Icon.tsx";
import { Link } from "../components/Link.tsx";
import { useText } from "../language/text.ts";
import { usePath } from "../platform/location.ts";
import { useIsAdministrator } from "../session/session.ts";

interface Destination {
  label: string;
  to: string;
  icon: IconName;
}

/** Links to the portal's areas; those of administration for administrators only. */
export function Navigation() {
  const { shell } = useText();
  const isAdministrator = useIsAdministrator();
  return (
    <nav aria-label={shell.navigation}>
      <Destinations
        items={[
          { label: shell.home, to: "/", icon: "house" },
          { label: shell.projects, to: "/projects", icon: "boxes" },
        ]}
      />
      {isAdministrator && <Administration />}
      <Destinations items={[{ label: shell.apiReference, to: "/api-reference", icon: "book-open" }]} />
    </nav>
  );
}

function Administration() {
  const { shell } = useText();
  return (
    <>
      <h2 className="sidebar-heading">{shell.administration}</h2>
      <Destinations
        items={[
          { label: shell.users, to: "/administration/users", icon: "users" },
          { label: shell.groups, to: "/administration/groups", icon: "building-2" },
          { label: shell.robots, to: "/administration/robots", icon: "bot" },
          { label: shell.roles, to: "/administration/roles", icon: "key-round" },
          { label: shell.labels, to: "/administration/labels", icon: "tag" },
          { label: shell.quotas, to: "/administration/quotas", icon: "gauge" },
          { label: shell.configuration, to: "/administration/configuration", icon: "sliders-horizontal" },
          { label: shell.auditLog, to: "/administration/audit-log", icon: "scroll-text" },
          { label: shell.systemHealth, to: "/administration/health", icon: "heart-pulse" },
        ]}
      />
      <div className="sidebar-heading" />
    </>
  );
}

function Destinations({ items }: { items: Destination[] }) {
  const path = usePath();
  return (
    <ul>
      {items.map(({ label, to, icon }) => {
        const isHere = to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`);
        return (
          <li key={to}>
            <Link className="sidebar-link" to={to} aria-current={isHere ? "page" : undefined}>
              <Icon name={icon} />
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
