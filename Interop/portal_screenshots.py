"""Takes pictures of every page at two widths, in two languages and two themes: `make portal-screenshots`.

Each picture is DIRECTORY/PAGE-WIDTH-LANGUAGE-THEME.png. The server is one of its own with the showcase's content.
"""

import argparse
import itertools
import tempfile
import time
from pathlib import Path

from harness.portal import Look, Portal, launch, portal_server
from harness.portal_pages import DIALOGS, PAGES
from harness.server import ADMIN_PASSWORD, ROOT
from harness.showcase import Showcase, expire_robot
from playwright.sync_api import sync_playwright

LOOKS = [
    Look(width=width, height=height, theme=theme, language=language)
    for (width, height), language, theme in itertools.product(
        [(1280, 800), (390, 844)], ["en", "zh"], ["light", "dark"]
    )
]


def take(portal: Portal, directory: Path, wanted: str) -> int:
    """Takes the pictures of all pages whose name contains a word; returns their number."""
    count = 0
    for look in LOOKS:
        windows = {}
        for page in PAGES + DIALOGS:
            if wanted not in page.name:
                continue
            if page.user not in windows:
                windows[page.user] = portal.window(page.user, look)
                windows[page.user].open("/sign-in")
            window = windows[page.user]
            window.visit(page.path)
            path = directory / f"{page.name}-{look.width}-{look.language}-{look.theme}.png"
            window.page.screenshot(path=path, full_page=True)
            count += 1
        portal.close()
    return count


def main() -> None:
    """Starts a server, fills it and takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--directory", type=Path, default=ROOT / "Portal/screenshots")
    parser.add_argument("--page", default="", help="only pages whose name contains this")
    options = parser.parse_args()
    options.directory.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch, portal_server(Path(scratch)) as server:
        Showcase(server.url, ADMIN_PASSWORD).fill()
        expire_robot(server.data)
        with sync_playwright() as playwright:
            browser = launch(playwright)
            count = take(Portal(browser, server.url), options.directory, options.page)
            browser.close()
    print(f"{count} pictures in {options.directory} ({time.monotonic() - started:.0f} s)")


if __name__ == "__main__":
    main()
