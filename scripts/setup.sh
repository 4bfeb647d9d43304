#!/bin/sh
# Makes this checkout ready: scripts/setup.sh [dev]
#
# Python packages go into .venv, system libraries come by the system's package manager.
# What is there already is left alone, so that a second run is done at once.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
extra=${1:-}
needs=pango
[ "$extra" != dev ] || needs='pango readers hugo' # tests have files read by others, and a site built

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo 'Python 3.11 or newer is missing; install it, then try again.' >&2
    return 1
}

# Pango can be uninstalled behind our back, so it is looked for every time. Into a
# virtual environment pip comes last: where it is missing, one was begun and stopped.
if [ -x $venv/bin/pip ]; then
    $venv/bin/python src/flyers/core/machine.py $needs
else
    python=$(find_python)
    "$python" src/flyers/core/machine.py $needs venv
    "$python" -m venv --clear $venv
fi

# The stamp holds the checkout's path, because a virtual environment that is copied or
# moved with its checkout still points at the old one.
stamp=$venv/ready${extra:+-$extra}
if [ $stamp -nt pyproject.toml ] && [ "$(cat $stamp)" = "$PWD" ]; then
    exit
fi

echo "Installing Python packages into $venv; this happens once and takes a minute."
$venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --editable ".${extra:+[$extra]}"
pwd > $stamp
pwd > $venv/ready # dev has all that a run needs
