"""A managed identity logs in to PostgreSQL: each connection's password is a token that has not ended."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
import pytest
from sqlalchemy import event

from bot.storage.databases import database_at
from bot.storage.errors import StorageUnavailable


class Identity(BaseHTTPRequestHandler):
    """The endpoint that Azure gives a container."""

    asked: list[dict[str, list[str]]]
    status: int

    def do_GET(self) -> None:
        type(self).asked.append(parse_qs(urlsplit(self.path).query))
        self.send_response(self.status)
        self.end_headers()
        granted = {"access_token": "a token", "expires_on": str(int(time.time()) + 3600), "resource": "x"}
        self.wfile.write(orjson.dumps(granted if self.status == 200 else {"error": "no"}))

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def identity(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Identity]]:
    Identity.asked, Identity.status = [], 200
    server = HTTPServer(("127.0.0.1", 0), Identity)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("IDENTITY_ENDPOINT", f"http://127.0.0.1:{server.server_port}/token")
    monkeypatch.setenv("IDENTITY_HEADER", "a secret of the host")
    yield Identity
    server.shutdown()
    server.server_close()
    thread.join()


def with_identity(url: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}identity=an-identity"


def test_the_password_of_a_connection_is_the_identitys_token(postgresql_url: str, identity: type[Identity]) -> None:
    database = database_at(with_identity(postgresql_url))
    passwords: list[str] = []
    event.listen(database.engine, "do_connect", lambda _d, _r, _a, given: passwords.append(given["password"]))
    for _ in range(2):
        database.connect().close()
    assert passwords == ["a token", "a token"]
    assert [(each["client_id"], each["resource"]) for each in identity.asked] == [
        (["an-identity"], ["https://ossrdbms-aad.database.windows.net"])
    ]


def test_without_a_token_the_database_is_not_available(postgresql_url: str, identity: type[Identity]) -> None:
    identity.status = 403
    database = database_at(with_identity(postgresql_url))
    with pytest.raises(StorageUnavailable, match="got no token"):
        database.connect()
