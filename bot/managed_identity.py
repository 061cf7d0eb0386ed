"""Tokens for a user-assigned managed identity, as Azure gives them to what runs there."""

from functools import partial

import msal  # type: ignore[import-untyped]  # it ships no types
import requests


def managed_identity(client_id: str, seconds: float) -> msal.ManagedIdentityClient:
    """Return the identity's client, which keeps a token until shortly before it ends. No call takes longer than this.

    It is synchronous.
    """
    session = requests.Session()
    session.request = partial(session.request, timeout=seconds)  # type: ignore[method-assign]
    return msal.ManagedIdentityClient(msal.UserAssignedManagedIdentity(client_id=client_id), http_client=session)
