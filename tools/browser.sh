#!/bin/sh
# Sees to a Chromium for the tests that look at pages, where that can be done without asking anyone.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1 || ! sudo -n true 2>/dev/null; then
        echo "browser: no Chromium here and no right to install one; the tests that need it will be skipped" >&2
        exit 0
    fi
    as_root="sudo -n"
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "browser: no Chromium here and no apt-get to install one; the tests that need it will be skipped" >&2
    exit 0
fi

echo "browser: installing Chromium for the tests that look at pages" >&2
$as_root apt-get update -qq >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
