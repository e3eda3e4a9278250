#!/bin/sh
# Runs a PostgreSQL server for the tests: a cluster of its own in memory or a temporary directory, on a free port of the loopback.
#
#   scripts/postgresql-for-tests.sh start   starts it, unless it runs, and prints its URL
#   scripts/postgresql-for-tests.sh url     prints the URL of the running server
#   scripts/postgresql-for-tests.sh stop    stops it, if it runs, and removes everything it wrote
#
# The tests take the URL from HAVEN_TEST_POSTGRESQL_URL. Each checkout has its own server; HAVEN_TEST_POSTGRESQL_DIRECTORY
# names another directory. PostgreSQL refuses to run as root: for root it runs as the user postgres.
# Nothing here survives a crash of the machine, and nothing has to: fsync is off.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
checkout=$(printf '%s' "$root" | cksum | cut -d ' ' -f 1)
name=haven-postgresql-$(id -u)-$checkout

# In memory where there are 2 GiB of it: each test makes and removes a database of hundreds of files, which most disks' file
# systems are slow at.
parent_directory() {
    on_disk=${TMPDIR:-/tmp}
    for parent in /dev/shm "$on_disk"; do
        if [ -d "$parent/$name" ]; then
            echo "$parent"
            return
        fi
    done
    free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
    if [ -w /dev/shm ] && [ "${free:-0}" -ge 2097152 ]; then echo /dev/shm; else echo "$on_disk"; fi
}

directory=${HAVEN_TEST_POSTGRESQL_DIRECTORY:-$(parent_directory)/$name}
cluster=$directory/cluster

fail() {
    echo "postgresql-for-tests: $1" >&2
    exit 1
}

# The command, as the user that the server runs as, in a directory that this user may enter.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && exec runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

find_binaries() {
    if [ -z "${binaries:-}" ]; then
        binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    fi
    if [ -z "$binaries" ] && command -v initdb >/dev/null; then
        binaries=$(dirname "$(command -v initdb)")
    fi
    [ -n "$binaries" ] || fail "no PostgreSQL server is installed (Debian: apt-get install postgresql)"
}

is_running() {
    [ -s "$directory/url" ] && as_owner "$binaries/pg_ctl" -D "$cluster" status >/dev/null 2>&1
}

# A directory of the user the server runs as; another's in its place is refused.
make_directory() {
    rm -rf "$directory"
    mkdir -m 700 "$directory" || fail "can't make $directory"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$directory"; fi
}

make_cluster() {
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    (umask 077 && printf '%s\n' "$password" >"$directory/password")
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$directory/password"; fi
    # An order of words that isn't that of their bytes: a statement that relies on bytes and doesn't say so shows up.
    locale="--locale=C.UTF-8"
    if "$binaries/initdb" --help | grep -q locale-provider; then
        locale="--locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US"
    fi
    # shellcheck disable=SC2086 # the options are several words
    as_owner "$binaries/initdb" -D "$cluster" -U postgres --auth=scram-sha-256 --pwfile="$directory/password" \
        --encoding=UTF8 $locale --no-sync >"$directory/initdb.log" 2>&1 \
        || { cat "$directory/initdb.log" >&2; fail "initdb failed"; }
    cat >>"$cluster/postgresql.conf" <<EOF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
full_page_writes = off
max_connections = 200
shared_buffers = 64MB
max_wal_size = 256MB
EOF
}

# Whether the port is free shows only when the server starts.
start_server() {
    attempt=0
    while [ "$attempt" -lt 10 ]; do
        attempt=$((attempt + 1))
        port=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 12000))
        if as_owner "$binaries/pg_ctl" -D "$cluster" -l "$cluster/log" -o "-p $port" -w -t 60 start >/dev/null 2>&1; then
            (umask 077 && echo "postgresql://postgres:$password@127.0.0.1:$port/postgres" >"$directory/url")
            return
        fi
    done
    cat "$cluster/log" >&2
    fail "the server doesn't start"
}

stop_server() {
    [ -d "$directory" ] || return 0
    # By the process id that the cluster has written down.
    as_owner "$binaries/pg_ctl" -D "$cluster" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$directory"
}

find_binaries
case ${1:-} in
start)
    if ! is_running; then
        stop_server
        make_directory
        make_cluster
        start_server
    fi
    cat "$directory/url"
    ;;
url)
    is_running || fail "no server runs; start one with: $0 start"
    cat "$directory/url"
    ;;
stop) stop_server ;;
*) fail "usage: $0 start|stop|url" ;;
esac
