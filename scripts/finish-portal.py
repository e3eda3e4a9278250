#!/usr/bin/env python3
"""Finishes a bundle of the portal: writes index.html with the names of its files, and packs what is worth it.

    finish-portal.py DIRECTORY METAFILE     METAFILE is what esbuild wrote with --metafile
"""

import gzip
import json
import shutil
import sys
from pathlib import Path

try:
    import brotli
except ImportError:
    sys.exit("finish-portal: python3-brotli is missing: run scripts/setup.sh")

PORTAL = Path(__file__).resolve().parent.parent / "Portal"
PACKED = {".js", ".css", ".svg", ".html", ".txt"}
# Most bytes that script and style may have, packed by gzip, before anything is shown.
LARGEST_START = 120_000


def start_files(metafile: dict, directory: str) -> tuple[str, str, list[str]]:
    """Gives the entry's script, its style, and the scripts that it imports before it runs."""
    outputs = {name.removeprefix(f"{directory}/"): output for name, output in metafile["outputs"].items()}
    entry = next(name for name, output in outputs.items() if output.get("entryPoint") == "source/main.tsx")
    style = next(name for name in outputs if name.endswith(".css"))
    found, queue = [], [entry]
    while queue:
        for imported in outputs[queue.pop()]["imports"]:
            name = imported["path"].removeprefix(f"{directory}/")
            if imported["kind"] == "import-statement" and name not in found:
                found.append(name)
                queue.append(name)
    return entry, style, found


def first_script(directory: Path) -> str:
    """Gives the script that runs before anything is drawn."""
    (path,) = (directory / "assets").glob("begin-*.js")
    return f"assets/{path.name}"


def write_index(directory: Path, entry: str, style: str, imported: list[str]) -> None:
    """Writes index.html from the template."""
    fonts = sorted(path.name for path in (directory / "assets").glob("Inter-Regular-*.woff2"))
    lines = [f'<script src="/{first_script(directory)}"></script>', f'<link rel="stylesheet" href="/{style}">']
    lines += [f'<link rel="preload" href="/assets/{name}" as="font" type="font/woff2" crossorigin>' for name in fonts]
    lines += [f'<link rel="modulepreload" href="/{name}">' for name in imported]
    lines += [f'<script type="module" src="/{entry}"></script>']
    template = (PORTAL / "index.html").read_text()
    (directory / "index.html").write_text(template.replace("<!-- assets -->", "\n    ".join(lines)))


def pack(directory: Path) -> None:
    """Writes a .gz and a .br beside each file that gets smaller by it."""
    for path in sorted(directory.rglob("*")):
        if path.suffix not in PACKED or path.stat().st_size < 256:
            continue
        content = path.read_bytes()
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
        path.with_name(path.name + ".br").write_bytes(brotli.compress(content, quality=11))


def packed_size(directory: Path, name: str) -> int:
    """Gives the bytes of a file's gzip form, or of itself where packing isn't worth it."""
    packed = directory / (name + ".gz")
    return (packed if packed.exists() else directory / name).stat().st_size


def main() -> int:
    """Finishes the bundle and says how large its start is."""
    directory, metafile = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
    entry, style, imported = start_files(metafile, directory.name)
    write_index(directory, entry, style, imported)
    shutil.copytree(PORTAL / "static", directory, dirs_exist_ok=True)
    pack(directory)
    catalogue = max(packed_size(directory, name) for name in language_files(metafile, directory.name))
    size = sum(packed_size(directory, name) for name in [first_script(directory), entry, style, *imported]) + catalogue
    print(f"portal: {size / 1000:.1f} kB of script and style before the first page, packed")
    if size > LARGEST_START:
        print(f"finish-portal: that is more than the {LARGEST_START / 1000:.0f} kB it may have", file=sys.stderr)
        return 1
    return 0


def language_files(metafile: dict, directory: str) -> list[str]:
    """Gives the scripts of the catalogues, one of which is fetched before anything is shown."""
    return [
        name.removeprefix(f"{directory}/")
        for name, output in metafile["outputs"].items()
        if output.get("entryPoint", "").startswith("source/language/")
    ]


if __name__ == "__main__":
    sys.exit(main())
