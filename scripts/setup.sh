#!/usr/bin/env bash
# Installs what building, running and testing Haven needs on Debian 12 or Ubuntu. It starts no service.
#
#   scripts/setup.sh         what `make build` and `make run` need
#   scripts/setup.sh test    that, and the databases, container clients and Python packages of the tests
#   scripts/setup.sh interop that, and what only the slow tests need
#
# A second run finds everything in place and uses neither the network nor root.
set -euo pipefail
cd "$(dirname "$0")/.."

build_packages=(
    ca-certificates git make pkg-config g++ python3
    libsqlite3-dev # the embedded database
    libpq-dev      # PostgreSQL's client library
    libssl-dev     # SHA-256, scrypt, signatures
    libyaml-dev    # haven.yaml
    zlib1g-dev     # compressed layers
    esbuild node-react node-react-dom node-csstype node-marked            # the portal's pages
    fonts-inter fonts-jetbrains-mono fonttools python3-brotli             # its fonts, and packed files
)
test_packages=(
    python3-venv python3-yaml curl openssl procps
    postgresql postgresql-client                 # the tests' own cluster
    skopeo podman buildah umoci                  # clients without a daemon
    docker.io containerd runc uidmap             # clients with one
    debootstrap                                  # real image content
    strace nginx-light docker-registry apache2-utils # traces, peers to compare with
    fonts-noto-cjk                               # the portal in Chinese
)
# The portal's tests run in it and are skipped without it: Ubuntu has no such package.
browser_packages=(chromium)
venv=.venv

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -- "$@"
    else
        fail "installing packages needs root: run this as root, or install sudo"
    fi
}

# Prints the packages among the arguments that are not installed.
missing_packages() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
    done
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# Debian starts a service as soon as its package is installed, unless this file says no.
forbid_service_starts() {
    local policy=/usr/sbin/policy-rc.d
    [ ! -e "$policy" ] || return 0
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
    trap "as_root rm -f $policy" EXIT
}

install_packages() {
    command -v apt-get >/dev/null || fail "apt-get is missing: this script knows Debian and Ubuntu; install by hand: $*"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if [ ${#missing[@]} = 0 ]; then
        say "Debian packages: all $# are here"
        return
    fi
    say "installing Debian packages (no service is started): ${missing[*]}"
    forbid_service_starts
    apt_get update >/dev/null
    apt_get install --no-install-recommends "${missing[@]}" >/dev/null
}

# Prints the packages among the arguments that can be installed here, or are.
known_packages() {
    local package
    for package in "$@"; do
        ! apt-cache show "$package" >/dev/null 2>&1 || printf '%s\n' "$package"
    done
}

# The oldest Swift that reads Package.swift, from its first line.
required_swift() { sed -n '1s/.*swift-tools-version: *\([0-9.]*\).*/\1/p' Package.swift; }

check_swift() {
    local required installed
    required=$(required_swift)
    command -v swift >/dev/null || fail "the Swift toolchain is missing. Install Swift $required or newer:
    curl -O https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz
    tar zxf swiftly-$(uname -m).tar.gz && ./swiftly init
  and open a new shell; or unpack a toolchain from https://www.swift.org/install/linux/ and put its usr/bin on PATH."
    installed=$(swift --version 2>&1 | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
    [ "$(printf '%s\n%s\n' "$required" "$installed" | sort -V | head -n 1)" = "$required" ] ||
        fail "Swift $installed is too old: Package.swift needs $required or newer (https://www.swift.org/install/linux/)"
    say "Swift $installed is here"
}

# Installs the packages of a requirements file into the virtual environment, unless that was done already.
install_python_packages() {
    local requirements=$1 wanted stamp
    wanted=$(sha256sum "$requirements" | cut -d ' ' -f 1)
    stamp=$venv/.$(basename "$requirements")
    if [ "$wanted" = "$(cat "$stamp" 2>/dev/null || true)" ]; then
        say "Python packages of $requirements: all are here"
        return
    fi
    say "installing the Python packages of $requirements into $venv"
    [ -x "$venv/bin/pip" ] || python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
    printf '%s\n' "$wanted" >"$stamp"
}

case ${1:-build} in
build)
    install_packages "${build_packages[@]}"
    check_swift
    ;;
test | interop)
    install_packages "${build_packages[@]}" "${test_packages[@]}"
    mapfile -t browsers < <(known_packages "${browser_packages[@]}")
    [ ${#browsers[@]} = 0 ] || install_packages "${browsers[@]}"
    check_swift
    install_python_packages Interop/requirements.txt
    [ "$1" = test ] || install_python_packages Interop/requirements-interop.txt
    ;;
*) fail "usage: scripts/setup.sh [build|test|interop]" ;;
esac
