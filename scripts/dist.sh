#!/usr/bin/env bash
# Builds Haven with the Swift library linked in, strips it and packs it with the portal into dist/haven-VERSION-linux-ARCHITECTURE.tar.gz.
set -euo pipefail
cd "$(dirname "$0")/.."
largest=110000000 # bytes the stripped program may have

swift build -c release --static-swift-stdlib --product haven --scratch-path .build-dist
version=$(git describe --tags --always --dirty 2>/dev/null || echo development)
name=haven-$version-linux-$(uname -m)
rm -rf "dist/$name"
mkdir -p "dist/$name"
strip --strip-all -o "dist/$name/haven" .build-dist/release/haven
scripts/place-portal.sh "dist/$name"
for document in README.md README.zh-CN.md LICENSE; do
    [ ! -f "$document" ] || cp "$document" "dist/$name/"
done

size=$(stat -c %s "dist/$name/haven")
echo "dist: haven is $((size / 1000000)) MB, stripped"
if [ "$size" -gt "$largest" ]; then
    echo "dist: that is more than the $((largest / 1000000)) MB it may have; look for a dependency that pulls in full Foundation" >&2
    exit 1
fi
tar --create --gzip --owner=0 --group=0 --sort=name --file "dist/$name.tar.gz" --directory dist "$name"
echo "dist: dist/$name.tar.gz, $(($(stat -c %s "dist/$name.tar.gz") / 1000000)) MB"
