"""The names of senders, which tell whether the process of a sender still runs."""

import os
import secrets
import socket

_here: set[str] = set()


def register_name() -> str:
    """Return a name for a new sender of this process, which counts as alive until it is unregistered."""
    name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
    _here.add(name)
    return name


def unregister_name(name: str) -> None:
    _here.discard(name)


def is_process_dead(name: str) -> bool:
    """Tell whether the sender certainly ended: it ran on this machine, and its process no longer does.

    A restarted container has its old name and number again, so a sender of "this" process must be registered. For
    the senders of another machine only the lease can tell.
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
