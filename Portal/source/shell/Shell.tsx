import { ReactNode, useEffect, useState } from "react";
import { Button, IconButton } from "../components/Button.tsx";
import { useText } from "../language/text.ts";
import { usePath } from "../platform/location.ts";
import { useSession } from "../session/session.ts";
import { Account } from "./Account.tsx";
import { Appearance } from "./Appearance.tsx";
import { Brand } from "./Brand.tsx";
import { Navigation } from "./Navigation.tsx";
import { useIsOnline } from "./useIsOnline.ts";

/** The frame around all pages: navigation at the side, or behind a button on narrow screens, and what all should know. */
export function Shell({ onSearch, children }: { onSearch: () => void; children: ReactNode }) {
  const { shell, common } = useText();
  const [isOpen, setOpen] = useState(false);
  const path = usePath();
  useEffect(() => setOpen(false), [path]);
  return (
    <div
      className="shell"
      data-navigation={isOpen ? "open" : undefined}
      onKeyDown={(event) => {
        if (event.key === "Escape") setOpen(false);
      }}
    >
      <a className="shell-skip button" href="#content">{common.skipToContent}</a>
      <div className="topbar">
        <IconButton
          icon="menu"
          label={isOpen ? shell.closeNavigation : shell.openNavigation}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
        <Brand />
        <IconButton icon="search" label={common.search} onClick={onSearch} />
      </div>
      <div className="shell-scrim" onClick={() => setOpen(false)} />
      <header className="sidebar">
        <Brand />
        <Button className="sidebar-search" icon="search" onClick={onSearch}>
          {shell.searchHint}
          <kbd aria-hidden="true">{searchKeys}</kbd>
        </Button>
        <Navigation />
        <Account />
        <Appearance />
      </header>
      <main id="content" tabIndex={-1}>
        <Banners />
        <div className="content">{children}</div>
      </main>
    </div>
  );
}

/** The keys that open the search, as this system writes them. */
const searchKeys = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘K" : "Ctrl K";

function Banners() {
  const { shell, common } = useText();
  const { info } = useSession();
  const isOnline = useIsOnline();
  return (
    <div role="status">
      {!isOnline && <p className="banner">{common.offline}</p>}
      {info.read_only && <p className="banner">{shell.readOnly}</p>}
      {info.banner_message && <p className="banner">{info.banner_message}</p>}
    </div>
  );
}
