import { ReactNode, useEffect, useRef } from "react";
import { Button, IconButton } from "../components/Button.tsx";
import { useText } from "../language/text.ts";
import { keepFocus } from "../platform/focusKeeping.ts";
import { Account } from "./Account.tsx";
import { Appearance } from "./Appearance.tsx";
import { Banners } from "./Banners.tsx";
import { Brand } from "./Brand.tsx";
import { Navigation } from "./Navigation.tsx";
import { Drawer, useDrawer } from "./useDrawer.ts";

/** The frame around all pages: navigation at the side, or behind a button on narrow screens, and what all should know. */
export function Shell({ onSearch, children }: { onSearch: () => void; children: ReactNode }) {
  const { common } = useText();
  const drawer = useDrawer();
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => content.current ? keepFocus(content.current) : undefined, []);
  return (
    <div className="shell" data-navigation={drawer.isOpen ? "open" : undefined}>
      <a className="shell-skip button" href="#content" {...inertWhile(drawer.isOpen)}>{common.skipToContent}</a>
      <Topbar drawer={drawer} onSearch={onSearch} />
      <div className="shell-scrim" onClick={drawer.close} />
      <Sidebar drawer={drawer} onSearch={onSearch} />
      <main id="content" tabIndex={-1} {...inertWhile(drawer.isOpen)}>
        <Banners />
        <div className="content" ref={content}>{children}</div>
      </main>
    </div>
  );
}

/** React 18 doesn't know the attribute yet. */
function inertWhile(isInert: boolean) {
  return { inert: isInert ? "" : undefined };
}

function Topbar({ drawer, onSearch }: { drawer: Drawer; onSearch: () => void }) {
  const { shell, common } = useText();
  return (
    <header className="topbar" {...inertWhile(drawer.isOpen)}>
      <IconButton
        ref={drawer.opener}
        icon="menu"
        label={shell.openNavigation}
        aria-expanded={drawer.isOpen}
        onClick={drawer.open}
      />
      <Brand />
      <IconButton icon="search" label={common.search} onClick={onSearch} />
    </header>
  );
}

function Sidebar({ drawer, onSearch }: { drawer: Drawer; onSearch: () => void }) {
  const { shell } = useText();
  return (
    <aside className="sidebar" ref={drawer.drawer} aria-label={shell.sidebar}>
      <div className="sidebar-head">
        <Brand />
        <IconButton className="sidebar-close" icon="x" label={shell.closeNavigation} onClick={drawer.close} />
      </div>
      <Button className="sidebar-search" icon="search" aria-keyshortcuts="Control+K Meta+K" onClick={onSearch}>
        {shell.searchHint}
        <kbd aria-hidden="true">{searchKeys}</kbd>
      </Button>
      <Navigation />
      <Account />
      <Appearance />
    </aside>
  );
}

/** The keys that open the search, as this system writes them. */
const searchKeys = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘K" : "Ctrl K";
