# Sourced by the scripts in this folder: strict bash, the project as working folder, and which .venv is meant.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."
unset PYTHONDONTWRITEBYTECODE # cached bytecode is what makes the second start quick

say() { printf '\033[1m%s\033[0m\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Another interpreter (PYTHON=…) has its own environment, so that switching back costs nothing.
if [ -n "${PYTHON:-}" ]; then
    version=$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])') || fail "PYTHON=$PYTHON is no Python."
    venv=.venv-$version
else
    venv=${PORTAL_VENV:-.venv}
fi
