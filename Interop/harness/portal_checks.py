"""What is looked at on every page: accessibility, sideways scrolling, untranslated text, what the browser keeps."""

import re
from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
# What may be another in another theme.
COLOUR_RULES = ("color-contrast", "link-in-text-block")
# Words of these kinds are the same in Chinese.
NAMES = set(
    """Haven Harbor Docker Podman Helm ORAS Kubernetes Markdown JSON YAML OCI CLI API URL HTTP HTTPS SBOM CVE LDAP OIDC
    DN ID IP UTC SHA README containerd podman docker helm oras kubectl skopeo cosign nerdctl English KiB MiB GiB TiB
    Chart ctr Pod TCP UDP TLS RFC syslog Prometheus Linux Chrome Ctrl Esc Enter Shift Alt Tab Home End OpenAPI SQLite
    PostgreSQL Secret imagePullSecret Webhook CloudEvents Slack Mustache cron""".split()
)
VOCABULARY = {"operation", "resource_type", "action", "level", "kind", "scope", "status", "role_name"}
SENTENCES = """() => {
    const found = [];
    const skipped = 'code, pre, kbd, samp, script, style, time, [translate="no"], [lang]:not(html), textarea';
    const shown = (element) => element.checkVisibility?.() ?? true;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (element && !element.closest(skipped) && shown(element)) found.push(walker.currentNode.data.trim());
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
        if (element.closest(skipped) || !shown(element)) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
            const value = element.getAttribute(name);
            if (value) found.push(value.trim());
        }
    }
    found.push(document.title);
    return [...new Set(found)];
}"""
WIDE = """() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const all = [...document.body.querySelectorAll('*')];
    const out = all.filter((each) => each.getBoundingClientRect().right > edge + 1);
    return out.slice(0, 5).map((each) => `${each.tagName} ${each.className} ${(each.textContent ?? '').slice(0, 40)}`);
}"""


def accessibility_violations(page: Page, *rules: str) -> list[str]:
    """Lists what axe-core objects to on a page as it is shown now, by all of its rules or only by those named."""
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    result = AXE.run(page, options=options).response
    return [
        f"{violation['id']} at {' '.join(map(str, node['target']))}: {violation['help']}\n  {node['html'][:200]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def scrolls_sideways(page: Page) -> list[str]:
    """Lists what makes the document wider than its window."""
    return lasting(page, lambda: page.evaluate(WIDE))


def lasting(page: Page, look: Callable[[], list[str]]) -> list[str]:
    """Looks again and again until nothing is found, for ten seconds: what is found then isn't about to change."""
    for _ in range(100):
        if not (found := look()):
            break
        page.wait_for_timeout(100)
    return found


def untranslated(page: Page, data: set[str]) -> list[str]:
    """Lists texts of a Chinese page that have English words which are neither names nor data of the registry."""
    return lasting(page, lambda: untranslated_now(page, data))


def untranslated_now(page: Page, data: set[str]) -> list[str]:
    """Looks for such texts once."""
    known = sorted((each for each in data if len(each) > 3), key=len, reverse=True)
    suspects = []
    for text in page.evaluate(SENTENCES):
        rest = text
        for each in known if re.search("[A-Za-z]{3}", text) else ():
            rest = rest.replace(each, " ")
        words = [word for word in re.findall(r"(?<![\w@./:-])[A-Za-z]{3,}(?![\w@/:-])", rest) if word not in NAMES]
        if words and not any(set(words) <= set(re.findall(r"\w+", each)) for each in data):
            suspects.append(f"{text!r}: {', '.join(words)}")
    return suspects


def strings_of(document: object) -> set[str]:
    """Collects the strings in a JSON document, with what names consist of, but not words that are to be translated."""
    if isinstance(document, dict):
        return set().union(*(strings_of(value) for key, value in document.items() if key not in VOCABULARY))
    if isinstance(document, list):
        return set().union(*map(strings_of, document))
    if isinstance(document, str) and len(document) < 2000:
        return {document, *re.split(r"[/+$:]", document)}
    return set()


def kept_secrets(page: Page) -> list[str]:
    """Lists entries of the browser's storage that look like something one signs in with."""
    kept = page.evaluate("() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)]")
    suspicious = re.compile(r"token|secret|passw|csrf|sid\b|bearer|eyJ[\w-]+\.", re.IGNORECASE)
    return [f"{name}={value}" for name, value in kept if suspicious.search(name) or suspicious.search(value)]
