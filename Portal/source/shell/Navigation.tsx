import { Icon } from "../components/Icon.tsx";
import { Link } from "../components/Link.tsx";
import { useText } from "../language/text.ts";
import { usePath } from "../platform/location.ts";
import { Destination, useDestinations } from "./destinations.ts";

/** Links to the portal's areas; those of administration for administrators only. */
export function Navigation() {
  const { shell } = useText();
  const { main, administration, reference } = useDestinations();
  return (
    <nav aria-label={shell.navigation}>
      <DestinationList items={main} />
      {administration.length > 0 && (
        <>
          <h2 className="sidebar-heading" id="navigation-administration">{shell.administration}</h2>
          <DestinationList items={administration} labelledBy="navigation-administration" />
        </>
      )}
      <div className="sidebar-heading" />
      <DestinationList items={reference} />
    </nav>
  );
}

function DestinationList({ items, labelledBy }: { items: Destination[]; labelledBy?: string }) {
  const path = usePath();
  return (
    <ul aria-labelledby={labelledBy}>
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
