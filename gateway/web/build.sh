#!/usr/bin/env bash
# build.sh build FOLDER: the web app into FOLDER, built anew only when its sources changed.
# build.sh test: its tests.
set -euo pipefail
cd "$(dirname "$0")"

command -v npm >/dev/null || { echo "Node.js with npm is missing; -Dweb.skip builds the gateway without the web app" >&2; exit 1; }

stamp() { cat "$@" | sha256sum | cut -d' ' -f1; }

install_packages() {
  local wanted
  wanted=$(stamp package.json package-lock.json)
  if [ "$(cat node_modules/.tusoi-stamp 2>/dev/null)" != "$wanted" ]; then
    npm ci --no-progress
    echo "$wanted" > node_modules/.tusoi-stamp
  fi
}

case "$1" in
  build)
    sources=$(find src public index.html package.json package-lock.json tsconfig.json vite.config.ts -type f | LC_ALL=C sort)
    wanted=$(stamp $sources)
    if [ "$(cat dist/.tusoi-stamp 2>/dev/null)" != "$wanted" ]; then
      install_packages
      npm run --silent build
      echo "$wanted" > dist/.tusoi-stamp
    fi
    mkdir -p "$2"
    rm -rf "${2:?}/"*
    cp -r dist/. "$2/"
    rm -f "$2/.tusoi-stamp"
    ;;
  test)
    install_packages
    npm test --silent
    ;;
  *)
    echo "build.sh build FOLDER | test" >&2
    exit 2
    ;;
esac
