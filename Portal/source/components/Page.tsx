import { ReactNode, useEffect, useRef } from "react";
import { useText } from "../language/text.ts";
import { rememberVisit } from "../platform/visits.ts";
import { Link } from "./Link.tsx";

/** A page above the one that is shown. */
export interface Breadcrumb {
  label: string;
  to: string;
}

/** The head of a page: where it is, its title (also the document's), and what can be done. The title gets the focus. */
export function PageHeader({ title, document: documentTitle, breadcrumbs, badges, description, actions }: {
  title: string;
  /** The document's title, if it says more than the page's. */
  document?: string;
  breadcrumbs?: Breadcrumb[];
  badges?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { common } = useText();
  useEffect(() => {
    document.title = `${documentTitle ?? title} · ${common.product}`;
    rememberVisit(location.pathname, documentTitle ?? title);
  }, [title, documentTitle, common]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header>
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
      <div className="page-header">
        <div>
          <div className="page-title">
            <h1 ref={heading} tabIndex={-1}>{title}</h1>
            {badges}
          </div>
          {description && <div className="page-description">{description}</div>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </div>
    </header>
  );
}

function Breadcrumbs({ items }: { items: Breadcrumb[] }) {
  const { shell } = useText();
  return (
    <nav aria-label={shell.breadcrumbs}>
      <ol className="breadcrumbs">
        {items.map(({ label, to }) => <li key={to}>{<Link to={to}>{label}</Link>}</li>)}
      </ol>
    </nav>
  );
}

/** Pages beside each other, as links; the one whose address is shown is marked. */
export function Tabs({ label, tabs, current }: {
  label: string;
  tabs: Array<{ label: string; to: string } | false>;
  current: string;
}) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // On narrow screens the current one may be out of sight.
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  return (
    <nav className="tabs" aria-label={label} ref={list}>
      {tabs.map((tab) =>
        tab && (
          <Link key={tab.to} className="tab" to={tab.to} aria-current={tab.to === current ? "page" : undefined}>
            {tab.label}
          </Link>
        )
      )}
    </nav>
  );
}
