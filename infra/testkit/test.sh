#!/usr/bin/env bash
# ./tusoi test: every test of the repository, on real servers. Called by ./tusoi, which has found the JDK.
#   --containers                       the slices alone, on Testcontainers instead of plain processes
#   --postgres-image, --kafka-image    the images for that
#   anything else goes to Maven
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
SLICES=infra/platform,infra/scope,infra/testkit,org-service,review-service,discipline-service,reporting-service

maven=()
containers=
images=
while [ $# -gt 0 ]; do
    case $1 in
        --containers) containers=yes; maven+=(-Dtusoi.servers=containers -pl "$SLICES" -am) ;;
        --postgres-image) maven+=("-Dtusoi.image.postgres=$2"); images=yes; shift ;;
        --kafka-image) maven+=("-Dtusoi.image.kafka=$2"); images=yes; shift ;;
        *) maven+=("$1") ;;
    esac
    shift
done
if [ -n "$images" ] && [ -z "$containers" ]; then
    echo "tusoi: images are for --containers" >&2
    exit 2
fi

install_chromium() {
    command -v chromium >/dev/null && return
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "tusoi: the browser tests need Chromium; install the package chromium" >&2
        exit 3
    fi
    echo "tusoi: installing Chromium for the browser tests"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null
}

summary() { # of the reports written since the start
    find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -newer "$started" -print0 |
        xargs -0 -r grep -ho '<testsuite [^>]*' |
        awk '
            function number(name,   at) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
            { tests += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped"); classes++ }
            END { printf "%d tests in %d classes: %d failed, %d skipped", tests, classes, failed, skipped }'
}

servers() { # that the tests of this run said they run on, and how many of each
    find "$ROOT" -path '*/target/surefire-reports/*-output.txt' -newer "$started" -print0 |
        xargs -0 -r grep -ho 'test server: .*' | sed 's/^test server: //; s/ in container .*/ in a container/' | sort | uniq -c
}

only_containers() {
    local started_servers
    started_servers=$(servers)
    echo "Servers of the slices:"
    echo "$started_servers"
    [[ $started_servers == *"in a container"* && $started_servers != *"plain process"* ]] || { echo "tusoi: these are not containers alone" >&2; return 1; }
}

[ -n "$containers" ] || install_chromium
mkdir -p "$ROOT/infra/testkit/target"
log="$ROOT/infra/testkit/target/test.log"
started=$(mktemp "$ROOT/infra/testkit/target/.started.XXXXXX")
trap 'rm -f "$started"' EXIT
SECONDS=0
set +e
(cd "$ROOT" && ./mvnw -B -ntp --fail-at-end spotless:check verify "${maven[@]}") 2>&1 |
    sed -u 's/\x1b\[[0-9;]*m//g' | tee "$log" |
    grep --line-buffered -E '^\[INFO\] (Building Tusoi|BUILD |Tusoi · )|Tests run:|^\[ERROR\]|^ +(Tests|Test Files) '
result=${PIPESTATUS[0]}
set -e
echo
[ -z "$containers" ] || only_containers || result=1
echo "tusoi test: $(summary), in $((SECONDS / 60)) min $((SECONDS % 60)) s; all output in $log"
exit "$result"
