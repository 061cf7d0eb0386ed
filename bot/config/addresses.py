"""Web addresses that settings may hold."""

from urllib.parse import SplitResult, urlsplit

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


def public_url(value: str) -> str:
    """Return the address; raises ValueError unless it is a complete https address."""
    _split(value, "https")
    return value


def service_url(value: str) -> str:
    """Return the address; raises ValueError unless it is https, or http on this machine."""
    parts = _split(value, "https", "http")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK_NAMES:
        raise ValueError("must begin with https://")
    return value


def _split(value: str, *schemes: str) -> SplitResult:
    if not value.isprintable() or any(character in value for character in ' "<>\\'):
        raise ValueError("is not a web address")
    parts = urlsplit(value)
    if parts.scheme not in schemes:
        raise ValueError("must begin with https://")
    if not parts.hostname or parts.username is not None or parts.port == 0:
        raise ValueError("is not a web address")
    return parts
