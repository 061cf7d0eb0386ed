"""The names of senders, which tell whether the process behind one is still there."""

import os
import secrets
import socket

_here: set[str] = set()


def take_name() -> str:
    """Return a name for a new sender of this process, which counts as alive until it is dropped."""
    name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
    _here.add(name)
    return name


def drop_name(name: str) -> None:
    """Say that this process's sender is no more."""
    _here.discard(name)


def is_dead(name: str) -> bool:
    """True when the sender surely is gone: it ran on this machine, and its process does not.

    A restarted container has its old name and number again, so a sender of "this" process must be one we know. For
    another machine's senders only the lease can tell.
    """
    host, process, _ = name.rsplit(":", 2)
    if host != socket.gethostname():
        return False
    if int(process) == os.getpid():
        return name not in _here
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
