#!/usr/bin/env bash
# Builds the portal's pages from Portal/ into Portal/dist: bundled, with hashed names, and packed for clients that take it.
#
#   scripts/build-portal.sh          builds once
#   scripts/build-portal.sh watch    builds again at each change of a file, until it is interrupted
#   scripts/build-portal.sh modules  only copies the libraries to where the type checker looks for them
set -euo pipefail
cd "$(dirname "$0")/../Portal"

fail() { printf 'build-portal: %s\n' "$*" >&2; exit 1; }

# Debian's JavaScript packages are links into each other; esbuild and the type checker want real files beside the sources.
install_modules() {
    local name folder
    [ ! -d node_modules/react-dom ] || return 0
    mkdir -p node_modules/@types
    for name in react react-dom scheduler csstype marked; do
        folder=/usr/share/nodejs/$name
        [ -d "$folder" ] || fail "$folder is missing: run scripts/setup.sh"
        cp -rL "$folder" node_modules/
        [ ! -d "/usr/share/nodejs/@types/$name" ] || cp -rL "/usr/share/nodejs/@types/$name" node_modules/@types/
    done
}

# Fonts with the letters of Latin languages and the signs that the pages use, as WOFF2. Chinese comes from the system.
subset_fonts() {
    local font
    mkdir -p fonts
    for font in /usr/share/fonts/opentype/inter/Inter-{Regular,Medium,SemiBold}.otf \
        /usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf; do
        local target
        target=fonts/$(basename "${font%.*}").woff2
        [ -f "$target" ] || pyftsubset "$font" --flavor=woff2 --output-file="$target" --layout-features='kern,liga,calt,tnum,ccmp,mark' \
            --unicodes='U+0020-007E,U+00A0-017F,U+2010-2015,U+2018-201D,U+2022,U+2026,U+2039-203A,U+20AC,U+2190-2193,U+2212,U+2318,U+00D7'
    done
}

bundle() {
    esbuild source/main.tsx --bundle --splitting --format=esm --target=es2021,chrome100,firefox100,safari15 \
        --jsx=automatic --define:process.env.NODE_ENV='"production"' --charset=utf8 --legal-comments=none \
        --entry-names=assets/[name]-[hash] --chunk-names=assets/[name]-[hash] --asset-names=assets/[name]-[hash] \
        --loader:.woff2=file --public-path=/ --log-level=warning "$@"
}

install_modules
[ "${1:-}" != modules ] || exit 0
subset_fonts
if [ "${1:-}" = watch ]; then
    exec /usr/bin/python3 ../scripts/watch-portal.py
fi
rm -rf dist.new
bundle --minify --outdir=dist.new --metafile=dist.new.json
# A script that a page waits for: it can't be a module.
esbuild source/begin.ts --bundle --minify --format=iife --target=es2021 --entry-names=assets/[name]-[hash] --outdir=dist.new --log-level=warning
# Debian's own Python is the one that has Debian's packages.
/usr/bin/python3 ../scripts/finish-portal.py dist.new dist.new.json
rm -rf dist.old dist.new.json
[ ! -d dist ] || mv dist dist.old
mv dist.new dist
rm -rf dist.old
