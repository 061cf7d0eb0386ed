#!/bin/sh
# Try an image as it is run in earnest: no root, nothing writable but /data, no capabilities. `sh deploy/try-image.sh IMAGE`
set -eu
engine=$(command -v podman || command -v docker)
id=$("$engine" run --detach --read-only --tmpfs /data:uid=10011,gid=10011 --cap-drop ALL --security-opt no-new-privileges \
    --env DANGEROUSLY_ALLOW_UNAUTHENTICATED=1 "$1")
trap '"$engine" rm --force "$id" >/dev/null' EXIT
for _ in $(seq 60); do
    "$engine" exec "$id" python -c 'from urllib.request import urlopen; print(urlopen("http://127.0.0.1:3978/readyz").read())' \
        2>/dev/null && break
    sleep 1
done
"$engine" exec "$id" sh -c 'test "$(id -u)" = 10011 && ! touch /app/x 2>/dev/null'
"$engine" stop --time 45 "$id" >/dev/null
code=$("$engine" inspect --format '{{.State.ExitCode}}' "$id")
test "$code" = 0 || { echo "ended with $code after SIGTERM"; exit 1; }
echo "starts without root on a read-only system, and ends by itself on SIGTERM"
