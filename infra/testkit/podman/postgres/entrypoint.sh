#!/bin/bash
# Stands in for the official image where no registry is reachable: the same variables, the same log lines, the same port.
set -euo pipefail
: "${POSTGRES_PASSWORD:?}" "${POSTGRES_USER:=postgres}" "${POSTGRES_DB:=$POSTGRES_USER}"
export PGDATA=/var/lib/postgresql/18/docker
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    install -d -m 700 -o postgres -g postgres "$PGDATA"
    pwfile=$(mktemp) && printf '%s' "$POSTGRES_PASSWORD" >"$pwfile" && chown postgres "$pwfile"
    runuser -u postgres -- initdb -A scram-sha-256 -U "$POSTGRES_USER" --pwfile="$pwfile" --locale=C.UTF-8 -E UTF8
    rm "$pwfile"
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    # The image has no psql: the database is made by the server in its single-user mode.
    if [ "$POSTGRES_DB" != postgres ]; then
        echo "create database \"$POSTGRES_DB\" owner \"$POSTGRES_USER\";" |
            runuser -u postgres -- postgres --single -D "$PGDATA" postgres
    fi
    # Clients wait for this line twice, as the official image starts its server once to set it up.
    echo "database system is ready to accept connections" >&2
fi
[ "${1:-}" = postgres ] || set -- postgres "$@"
exec runuser -u postgres -- "$@" -c listen_addresses='*'
