"""A fake Bot Connector: a real server on loopback that records, in order, what the bot sends."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web


@dataclass(frozen=True)
class Call:
    """One request as it arrived. `activity_id` is "" for a POST; `given_id` answers it, `peer` is the connection."""

    method: str
    conversation_id: str
    activity_id: str
    activity: dict[str, Any]
    authorization: str
    path: str
    given_id: str
    status: int
    peer: object

    @property
    def card(self) -> dict[str, Any]:
        """The card of the first attachment."""
        content: dict[str, Any] = self.activity["attachments"][0]["content"]
        return content


@dataclass(frozen=True)
class Answer:
    """What to answer instead of 201/200. `drop` closes the connection unanswered, `hang` never answers.

    `until`: it is answered once this is set.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    drop: bool = False
    hang: bool = False
    until: asyncio.Event | None = None


def throttled(retry_after: str = "1") -> Answer:
    return Answer(429, {"Retry-After": retry_after})


def refused(status: int = 403, code: str = "MessageWritesBlocked") -> Answer:
    return Answer(status, {"Content-Type": "application/json"}, f'{{"error":{{"code":"{code}","message":"no"}}}}')


HANG = Answer(hang=True)
DROP = Answer(drop=True)


class FakeConnector:
    """Use as `async with FakeConnector() as connector`; give `connector.url` as an activity's serviceUrl.

    `rosters`: the members, by Teams' id, of each team and channel that it knows; `chats`: the chats that it opens, by
    Entra id; `teams`: what it says of a team, with its "channels". `looked_up`: who was looked for, and where. While it
    `is_silent` nobody who looks for a member is answered.

    Put `connector.origin` into ALLOWED_SERVICE_HOSTS. `answer_next(...)` queues answers, one a request; without any,
    POST is answered 201 with a fresh id, PUT and DELETE 200. Every request is recorded, refused ones too.
    """

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.rosters: dict[str, set[str]] = {}
        self.chats: dict[str, str] = {}
        self.teams: dict[str, dict[str, Any]] = {}
        self.looked_up: list[tuple[str, str]] = []
        self.is_silent = False
        self._well: dict[str, list[Call]] = {}  # by conversation, those that were answered well
        self._answers: deque[Answer] = deque()
        self._refusing: dict[str, Answer] = {}
        self._numbers = 0
        self._arrived = asyncio.Condition()
        self._stopping = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.port = 0

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.origin}/uk/"

    def answer_next(self, *answers: Answer) -> None:
        """Answer the next requests, whichever they are, so."""
        self._answers.extend(answers)

    def refuse(self, conversation_id: str, answer: Answer) -> None:
        """Answer every post to this conversation so, from now on."""
        self._refusing[conversation_id] = answer

    def accept(self, conversation_id: str) -> None:
        """Refuse nothing in this conversation any more."""
        del self._refusing[conversation_id]

    def forget(self) -> None:
        """Be as at the start: nothing arrived, nothing is to be answered otherwise, ids begin at 1."""
        self.overlook()
        self._answers.clear()
        self._refusing.clear()
        self._numbers, self.is_silent = 0, False
        for known in (self.rosters, self.chats, self.teams, self.looked_up):
            known.clear()

    def overlook(self) -> None:
        """Know nothing of the calls so far; their ids stay given."""
        self.calls.clear()
        self._well.clear()

    def sent(self, conversation_id: str | None = None) -> list[Call]:
        """Calls that were answered well, in order, of one conversation or of all."""
        if conversation_id is not None:
            return list(self._well.get(conversation_id, ()))
        return [c for c in self.calls if c.status < 300]

    def texts(self, conversation_id: str | None = None) -> list[str]:
        """Texts of the messages that were sent."""
        return [c.activity["text"] for c in self.sent(conversation_id) if c.activity.get("text")]

    async def wait_for(self, count: int, seconds: float = 120.0) -> list[Call]:
        """Wait until at least so many requests have arrived; raises TimeoutError."""
        async with asyncio.timeout(seconds), self._arrived:
            await self._arrived.wait_for(lambda: len(self.calls) >= count)
        return self.calls

    async def start(self, port: int = 0) -> None:
        app = web.Application()
        activities = "/{prefix:.*}v3/conversations/{conversation_id}/activities"
        app.router.add_post(activities, self._take)
        app.router.add_post(activities + "/{activity_id}", self._take)
        app.router.add_put(activities + "/{activity_id}", self._take)
        app.router.add_delete(activities + "/{activity_id}", self._take)
        app.router.add_get("/{prefix:.*}v3/conversations/{conversation_id}/members/{member_id}", self._member)
        app.router.add_post("/{prefix:.*}v3/conversations", self._open)
        app.router.add_get("/{prefix:.*}v3/teams/{team_id}", self._team)
        app.router.add_get("/{prefix:.*}v3/teams/{team_id}/conversations", self._channels)
        self._stopping.clear()
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        self._stopping.set()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def _member(self, request: web.Request) -> web.Response:
        place, who = request.match_info["conversation_id"], request.match_info["member_id"]
        self.looked_up.append((place, who))
        if self.is_silent:
            await self._stopping.wait()
        if place not in self.rosters:
            return web.json_response({"error": {"code": "ConversationNotFound"}}, status=404)
        if who not in self.rosters[place]:
            return web.json_response({"error": {"code": "MemberNotFoundInConversation"}}, status=404)
        return web.json_response({"id": who})

    async def _open(self, request: web.Request) -> web.Response:
        asked = await request.json()
        opened = self.chats.get(asked["members"][0]["id"])
        if opened is None or asked["isGroup"] or not asked["tenantId"]:
            return web.json_response({"error": {"code": "BotNotInConversationRoster"}}, status=403)
        return web.json_response({"id": opened}, status=201)

    async def _team(self, request: web.Request) -> web.Response:
        known = self.teams.get(request.match_info["team_id"])
        return web.json_response({"name": known["name"]}) if known else web.Response(status=404)

    async def _channels(self, request: web.Request) -> web.Response:
        known = self.teams.get(request.match_info["team_id"])
        return web.json_response({"conversations": known["channels"]}) if known else web.Response(status=404)

    async def _take(self, request: web.Request) -> web.Response:
        body: dict[str, Any] = await request.json() if request.can_read_body else {}
        answer = self._answers.popleft() if self._answers else None
        if request.method == "POST":
            answer = answer or self._refusing.get(request.match_info["conversation_id"])
        call = await self._record(request, body, answer)
        if answer is None:
            return _usual(call)
        if answer.until:
            await answer.until.wait()
        if answer.hang:
            await self._stopping.wait()
        if answer.drop and request.transport is not None:
            request.transport.abort()
        return web.Response(status=answer.status, headers=answer.headers, text=answer.body)

    async def _record(self, request: web.Request, body: dict[str, Any], answer: Answer | None) -> Call:
        status = answer.status if answer else (201 if request.method == "POST" else 200)
        if answer and (answer.hang or answer.drop):
            status = 599
        if request.method == "POST":
            self._numbers += 1
        call = Call(
            method=request.method,
            conversation_id=request.match_info["conversation_id"],
            activity_id=request.match_info.get("activity_id", ""),
            activity=body,
            authorization=request.headers.get("Authorization", ""),
            path=request.raw_path,
            given_id=f"activity-{self._numbers}" if request.method == "POST" else "",
            status=status,
            peer=request.transport and request.transport.get_extra_info("peername"),
        )
        async with self._arrived:
            self.calls.append(call)
            if status < 300:
                self._well.setdefault(call.conversation_id, []).append(call)
            self._arrived.notify_all()
        return call


def _usual(call: Call) -> web.Response:
    if call.method == "DELETE":
        return web.Response(status=call.status)
    return web.json_response({"id": call.given_id or call.activity_id}, status=call.status)
