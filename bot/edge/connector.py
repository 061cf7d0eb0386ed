"""The client of the Bot Connector, which writes to Teams over one pooled session."""

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
from msgspec import Struct
from msgspec.structs import replace
from yarl import URL

from bot.config.service_hosts import ServiceHosts
from bot.edge.credentials import Credentials, NoToken
from bot.incoming import Address
from bot.lookups import Membership, TeamNames

_TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)
# More than the conversations that are sent to at a time, so that sends which hang delay nobody; less than the 1,024
# files that a process usually may have open.
_CONNECTIONS = 800
_REMEMBERED = 20_000
_NOT_HERE = {403, 404}
"""What the service of another region answers about a person whom it does not serve."""
# Shorter than the 5 s after which Node, and so the playground, hangs up: a POST written to a connection that is just
# being closed would be in doubt, and a doubtful POST is never sent again.
_KEEP_ALIVE_SECONDS = 4
_LONGEST_NAME = 80
_DEFAULT_RETRY_SECONDS = 2.0
_LONGEST_RETRY_SECONDS = 3600.0


class SendError(Exception):
    """A call did not succeed."""


class NotSent(SendError):
    """Certainly not sent: no connection, or no token. May be tried again."""


class MaybeSent(SendError):
    """Perhaps sent: no answer, or one that does not tell. Only a PUT or DELETE may be tried again."""


class Throttled(SendError):
    """Refused for now; not to be tried again before `retry_after_seconds` have passed."""

    def __init__(self, retry_after_seconds: float) -> None:
        super().__init__(f"throttled for {retry_after_seconds:g} s")
        self.retry_after_seconds = retry_after_seconds


class Refused(SendError):
    """Refused: `status`, and the connector's own `code` such as MessageWritesBlocked, "" without one.

    For good, unless it `is_passing`.
    """

    def __init__(self, status: int, code: str = "") -> None:
        super().__init__(f"refused: {status} {code}".strip())
        self.status = status
        self.code = code

    @property
    def is_passing(self) -> bool:
        """Whether a conversation that is there now was said not to be, and is found a moment later."""
        return self.status == 412 or (self.status, self.code) == (404, "ConversationNotFound")


class Sent(Struct, frozen=True):
    """A posted activity's id, by which it can be updated; "" when the connector did not give one."""

    activity_id: str


def open_session(timeout: aiohttp.ClientTimeout = _TIMEOUT) -> aiohttp.ClientSession:
    """Open the one pooled session for everything the bot calls. Needs a running loop; the caller closes it."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=_KEEP_ALIVE_SECONDS),
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=timeout,
    )


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing can be sent. `lasting`: until a person mends it; `by_teams`: only a message that goes shows the end.

    The text is made of statuses and of words of ours.
    """

    why: str
    lasting: bool
    by_teams: bool = False


class Connector:
    """Posts, replaces and deletes activities. Every call raises a SendError when it does not succeed.

    `trouble`: why nothing can be sent at all; None while it can be. `on_trouble` is called when that changes.
    """

    def __init__(self, session: aiohttp.ClientSession, hosts: ServiceHosts, credentials: Credentials) -> None:
        self._session = session
        self._hosts = hosts
        self._credentials = credentials
        self.trouble: Trouble | None = None
        self.on_trouble: Callable[[], object] = lambda: None
        self._worked: dict[str, str] = {}  # by conversation, the service address that was last written to with success

    async def post(self, address: Address, activity: Mapping[str, Any]) -> Sent:
        """Post a new activity; `from`, `recipient` and `conversation` are filled in from the address."""
        answer = await self._call("POST", address, "", _enveloped(address, activity))
        given = answer.get("id", "")
        return Sent(given if isinstance(given, str) else "")

    async def post_text(self, address: Address, text: str) -> None:
        """Post a plain text without storing anything: the way to reach a person when the database is gone."""
        await self.post(address, {"type": "message", "text": text, "textFormat": "plain"})

    async def put(self, address: Address, activity_id: str, activity: Mapping[str, Any]) -> None:
        """Replace an activity that was posted before."""
        await self._call("PUT", address, activity_id, {**_enveloped(address, activity), "id": activity_id})

    async def delete(self, address: Address, activity_id: str) -> None:
        """Delete an activity that was posted before."""
        await self._call("DELETE", address, activity_id, None)

    async def find_object_id(self, address: Address, user_id: str) -> str:
        """Return the Entra object id of a member of the conversation, "" when the connector does not know them."""
        try:
            answer = await self._send("GET", address, _member_url(address, user_id), None)
        except SendError:
            return ""
        found = answer.get("aadObjectId") or answer.get("objectId") or ""
        return found if isinstance(found, str) else ""

    async def membership(self, address: Address, user_id: str) -> Membership:
        """Return whether this person is in the team or channel; only Teams' own word for "no" is one."""
        try:
            answer = await self._send("GET", address, _member_url(address, user_id), None)
        except Refused as error:
            is_none = (error.status, error.code) == (404, "MemberNotFoundInConversation")
            return Membership.STRANGER if is_none else Membership.UNKNOWN
        except SendError:
            return Membership.UNKNOWN
        return Membership.MEMBER if answer.get("id") else Membership.UNKNOWN

    async def open_chat(self, address: Address, object_id: str) -> str:
        """Return the id of the chat with this person alone, "" where Teams refuses it: they do not have the app."""
        asked = {
            "isGroup": False,
            "bot": {"id": address.bot_id},
            "members": [{"id": object_id}],
            "tenantId": address.tenant_id,
            "channelData": {"tenant": {"id": address.tenant_id}},
        }
        try:
            answer = await self._send("POST", address, _service_url(address, "conversations"), asked)
        except SendError:
            return ""
        return _text(answer.get("id"))

    async def names_of(self, address: Address, team_id: str) -> TeamNames:
        """Return what Teams calls the team and the channel, and the channel's kind; "" for what it does not say."""
        if not team_id:
            return TeamNames()
        team_url = f"teams/{quote(team_id, safe='')}"
        team, listed = {}, {}
        with contextlib.suppress(SendError):
            team = await self._send("GET", address, _service_url(address, team_url), None)
            listed = await self._send("GET", address, _service_url(address, f"{team_url}/conversations"), None)
        channels = listed.get("conversations")
        rows = [row for row in channels if isinstance(row, dict)] if isinstance(channels, list) else []
        own = next((row for row in rows if row.get("id") == address.conversation_id), {})
        kind = own.get("type") or own.get("channelType")
        return TeamNames(*(_text(one)[:_LONGEST_NAME] for one in (team.get("name"), own.get("name"), kind)))

    async def _call(
        self, method: str, address: Address, activity_id: str, activity: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """Make the call; where the address that a press came from takes nothing, at the one that was there before."""
        try:
            answer = await self._send(method, address, _url(address, activity_id), activity)
        except (Refused, NotSent) as error:
            former = self._worked.get(address.conversation_id, address.service_url)
            if former == address.service_url:
                former = address.former_url
            if not former or (isinstance(error, Refused) and error.status not in _NOT_HERE):
                raise
            elsewhere = replace(address, service_url=former)
            try:
                return await self._send(method, elsewhere, _url(elsewhere, activity_id), activity)
            except Refused:
                raise error from None
        self._remember(address)
        return answer

    def _remember(self, address: Address) -> None:
        if self._worked.get(address.conversation_id) != address.service_url:
            self._worked[address.conversation_id] = address.service_url
            if len(self._worked) > _REMEMBERED:
                del self._worked[next(iter(self._worked))]

    async def _send(
        self, method: str, address: Address, url: URL, activity: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        if not self._hosts.allows(address.service_url):
            raise Refused(0, "ServiceHostNotAllowed")
        body = None if activity is None else orjson.dumps(activity)
        token = await self._token()
        status, answer = await self._request(method, url, body, token)
        if status == 401:
            self._credentials.forget(token)
            status, answer = await self._request(method, url, body, await self._token())
        self._note(Trouble("Teams refuses the bot's token", lasting=True, by_teams=True) if status == 401 else None)
        if status >= 300:
            raise Refused(status, _code(answer))
        return answer

    async def check_token(self) -> None:
        """Get the token if there is none, or one that ends soon: `trouble` says whether that works."""
        with contextlib.suppress(NotSent):
            await self._token()
            if self.trouble and not self.trouble.by_teams:
                self._note(None)

    async def _token(self) -> str | None:
        try:
            return await self._credentials.token()
        except NoToken as error:
            self._note(Trouble(str(error), error.lasting))
            raise NotSent(str(error)) from error

    def _note(self, trouble: Trouble | None) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.on_trouble()

    async def _request(
        self, method: str, url: URL, body: bytes | None, token: str | None
    ) -> tuple[int, dict[str, Any]]:
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, allow_redirects=False
            ) as response:
                return response.status, _read_answer(response, await response.read())
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(f"no connection ({type(error).__name__})") from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise MaybeSent(f"no answer ({type(error).__name__})") from error


def _read_answer(response: aiohttp.ClientResponse, body: bytes) -> dict[str, Any]:
    """Return the answer's JSON object, {} for none. Raises Throttled or MaybeSent for statuses that decide nothing."""
    if response.status == 429:
        raise Throttled(_retry_after(response.headers.get("Retry-After", "")))
    if response.status == 408 or response.status >= 500:
        raise MaybeSent(f"answered {response.status}")
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _retry_after(header: str) -> float:
    """Return the seconds to wait; the header holds seconds or a date, and two seconds stand for an invalid one."""
    try:
        seconds = float(header) if header.strip().isdigit() else parsedate_to_datetime(header).timestamp() - time.time()
    except (ValueError, OverflowError):
        return _DEFAULT_RETRY_SECONDS
    return min(max(seconds, 0.0), _LONGEST_RETRY_SECONDS)


def _code(answer: Mapping[str, Any]) -> str:
    error = answer.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    return code[:80] if isinstance(code, str) and code.isprintable() else ""


def _url(address: Address, activity_id: str) -> URL:
    """Return the call's address; ids hold `;`, `:`, `@` and `/`, which must not be read as parts of a path."""
    url = f"{_conversation_url(address.service_url, address.conversation_id)}/activities"
    return URL(f"{url}/{quote(activity_id, safe='')}" if activity_id else url, encoded=True)


def _member_url(address: Address, user_id: str) -> URL:
    conversation = _conversation_url(address.service_url, address.conversation_id)
    return URL(f"{conversation}/members/{quote(user_id, safe='')}", encoded=True)


@lru_cache(maxsize=4096)
def _conversation_url(service_url: str, conversation_id: str) -> str:
    return f"{service_url.rstrip('/')}/v3/conversations/{quote(conversation_id, safe='')}"


def _service_url(address: Address, path: str) -> URL:
    return URL(f"{address.service_url.rstrip('/')}/v3/{path}", encoded=True)


def _text(value: object) -> str:
    return value if isinstance(value, str) and value.isprintable() else ""


def _enveloped(address: Address, activity: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "from": {"id": address.bot_id},
        **({"recipient": {"id": address.user_id}} if address.user_id else {}),
        "conversation": {"id": address.conversation_id},
        **activity,
    }
