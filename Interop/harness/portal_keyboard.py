"""Walks through a page by keyboard alone, and looks at what has the focus."""

from playwright.sync_api import Page

FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent ?? '';
    return {
        tag: element.tagName.toLowerCase(), label: label.trim(), visible: box.width > 0 && box.height > 0,
        marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none',
    };
}"""


def focused(page: Page) -> dict | None:
    """Says what has the focus: its tag, its name, whether it can be seen and whether the focus is marked."""
    return page.evaluate(FOCUSED)


def tab_to(page: Page, label: str, *, key: str = "Tab", presses: int = 80) -> None:
    """Presses Tab until something of that name has the focus; everything on the way must show that it has it."""
    passed = []
    for _ in range(presses):
        page.keyboard.press(key)
        found = focused(page)
        if found is None:
            continue
        passed.append(found["label"][:40])
        assert found["visible"] and found["marked"], f"the focus is not to be seen on {found}"
        if found["label"].startswith(label):
            return
    raise AssertionError(f"{label!r} was not reached by {key}: {passed}")
