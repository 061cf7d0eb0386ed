# Run each argument as a command, all at once; fail when one of them fails. For the Makefile: several runs of pytest side
# by side take less than pytest-xdist, whose workers each collect all tests.
trap 'kill $pids 2>/dev/null' INT TERM
for command; do
    sh -c "$command" &
    pids="$pids $!"
done
for pid in $pids; do
    wait "$pid" || failed=1
done
exit ${failed:-0}
