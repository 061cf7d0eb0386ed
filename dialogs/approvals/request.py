"""A request for a second pair of eyes: its subject, its state, and its transitions.

Nothing here makes a rule true. Agreement to someone unauthorised (3.10) sets that fact and the answer is worked out
again; every other agreement is only recorded in the note, in the supervisor's own name.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from secrets import token_urlsafe
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from guidance.paragraphs import VERSION


class RequestKind(StrEnum):
    UNTOLD = "untold"
    CHECKS_UNTOLD = "checks_untold"
    AUTHORISE = "authorise"
    REDACTION = "redaction"
    DEPARTURE = "departure"
    NOT_TELLING = "not_telling"
    QUESTION = "question"


SETTABLE = frozenset(RequestKind) - {RequestKind.NOT_TELLING, RequestKind.QUESTION}
"""Those that a council can switch off; not telling the family afterwards is always for a supervisor, and whoever has a
question may ask it."""
CHECK_ALONE = frozenset({RequestKind.UNTOLD, RequestKind.CHECKS_UNTOLD})
"""The rules say yes and only the team's own check is missing: none of these has to wait for it."""


class RequestState(StrEnum):
    """The state of a request. In MORE_ASKED it waits for the worker; the last four are settled.

    GONE: its matter was deleted, or the note copied to MOSAIC, while it was open.
    """

    WAITING = "waiting"
    MORE_ASKED = "more_asked"
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


OPEN_STATES = frozenset({RequestState.WAITING, RequestState.MORE_ASKED})


class Verdict(StrEnum):
    """What a supervisor can answer."""

    AGREE = "agree"
    ASK = "ask"
    DO_NOT_AGREE = "do_not_agree"


class Ended(StrEnum):
    """How a matter's text ended here."""

    DELETED = "deleted"
    COPIED = "copied"


class Refusal(Exception):
    """A step that cannot be taken; `code` names the plain sentence that the person reads, `who` a colleague in it."""

    def __init__(self, code: str, who: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.who = who


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at the bot: tenant and Entra object id, and the name as Teams gives it."""

    tenant: str
    object_id: str
    name: str = ""

    @property
    def key(self) -> str:
        """The key by which what is theirs is kept."""
        return f"{self.tenant}/{self.object_id}"


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line between the worker and the supervisor, with the local time at which it was said."""

    by: str
    words: str
    at: str


class Request(Struct, frozen=True):
    """A request for a second pair of eyes.

    `number` is random and stands for the matter everywhere outside the personal chats. `asker` is the matter's owner
    key. `drafted_from` is a digest of the answers that it was made on: agreement counts for those and no others.
    `snapshot` holds the matter as it was then (JSON), for the supervisor alone. `needed_by` is local wall time, "" for
    none. `after_the_fact`: the worker could not wait, and it is looked at afterwards. `assigned_name`: the name of the
    supervisor that it is assigned to. `gone_as`: for one that is GONE, how its matter's text ended. `earlier`: the
    owner keys of those who asked it before the matter was handed over. `listed_with`: the ids of all requests on the
    same daily digest.

    `channel_name`: what the team's channel is called. `teams`: the ids and names of the channels among which the worker
    is still asked for theirs. `left`: the channel that it was in until the bot was taken out of it. `not_posted`: Teams
    refused it in the channel. `posted_at`: when it was last said there. `held_since`: since when the one who has it now
    has it. `all_back_on`: the day on which the first of the channel's supervisors is back, where all were away.
    """

    id: str
    number: int
    kind: RequestKind
    ref: str
    tenant: str
    asker: str
    asker_name: str
    matter_id: str
    flow: str
    guidance_version: str
    snapshot: dict[str, Any]
    drafted_from: str
    asked_at: datetime
    channel: str = ""
    needed_by: str = ""
    after_the_fact: bool = False
    state: RequestState = RequestState.WAITING
    assigned_to: str = ""
    answered_at: datetime | None = None
    decided_by: str = ""
    decider_name: str = ""
    reason: str = ""
    talk: tuple[TalkLine, ...] = ()
    reminded: int = 0
    assigned_name: str = ""
    gone_as: str = ""
    earlier: tuple[str, ...] = ()
    listed_with: tuple[str, ...] = ()
    channel_name: str = ""
    teams: tuple[tuple[str, str], ...] = ()
    left: str = ""
    not_posted: bool = False
    posted_at: datetime | None = None
    held_since: datetime | None = None
    all_back_on: str = ""

    @property
    def askers(self) -> tuple[str, ...]:
        """The owner keys of all whose request it is or was: none of them decides it."""
        return (self.asker, *self.earlier)

    @property
    def is_open(self) -> bool:
        """Whether it still waits, for the supervisor or for the worker."""
        return self.state in OPEN_STATES

    @property
    def since(self) -> datetime:
        """Since when the one who has it now has it: the channel, a supervisor or the worker."""
        return self.held_since or self.asked_at

    @property
    def goes_ahead(self) -> bool:
        """Whether the worker may go ahead before it is answered, and said that it could not wait.

        An earlier version of this program kept other kinds as such, too: those wait like any other request.
        """
        return self.after_the_fact and self.kind in CHECK_ALONE

    @property
    def is_question(self) -> bool:
        """Whether it asks what the guidance does not say: it is about no matter, and answered in words."""
        return self.kind is RequestKind.QUESTION

    @property
    def follow_up(self) -> str:
        """The id of the follow-up that it is about; "" where it is about an answer."""
        return str(self.snapshot.get("follow_up", {}).get("id", ""))


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """The request on a matter's answers, if any, and the kind that could be asked for, if any."""

    request: Request | None = None
    kind: RequestKind | None = None


NOT_REVIEWED = ReviewStatus()


def question_of(who: Person, words: str, local: str, now: datetime) -> Request:
    """Return what a worker asks the supervisors in words of their own, not numbered or placed yet."""
    return Request(
        id=token_urlsafe(12),
        number=0,
        kind=RequestKind.QUESTION,
        ref="",
        tenant=who.tenant,
        asker=who.key,
        asker_name=who.name,
        matter_id="",
        flow="share",
        guidance_version=VERSION,
        snapshot={},
        drafted_from="",
        asked_at=now,
        talk=(TalkLine("worker", words, local),),
    )


def require_no_part(request: Request, who: Person) -> None:
    """Raise Refusal for someone of another council, and for whose own request it is or was."""
    if who.tenant != request.tenant or not who.object_id:
        raise Refusal("other_tenant")
    if who.key in request.askers:
        raise Refusal("own_request")


def require_open(request: Request) -> Request:
    """Return the request if it is open. Raises Refusal, which says how it ended."""
    if request.state is RequestState.GONE:
        raise Refusal("gone_copied" if request.gone_as == Ended.COPIED else "gone_deleted", who=request.asker_name)
    if request.state is RequestState.WITHDRAWN:
        raise Refusal("withdrawn")
    if not request.is_open:
        raise Refusal("already_answered")
    return request


def needs_reason(request: Request, verdict: Verdict, *, parents_told: bool) -> bool:
    """Whether a verdict needs a reason: all but an agreement where the parents have been told."""
    return not (verdict is Verdict.AGREE and parents_told)


def is_signed_off_in_full(request: Request, verdict: Verdict, reason: str) -> bool:
    """4.4  Whether the reason is complete: a sign-off of a redaction leaves no gap of its draft."""
    return not (request.kind is RequestKind.REDACTION and verdict is Verdict.AGREE and "[" in reason)


HOUR = timedelta(hours=1)


def may_be_said_again(request: Request, now: datetime) -> bool:
    """Whether it was not said in the channel within the last hour, or Teams refused it there."""
    return request.not_posted or request.posted_at is None or now - request.posted_at >= HOUR


def ask_back(request: Request, who: Person, words: str, local: str, now: datetime) -> Request:
    """Return the request with the supervisor's question: it waits for the worker."""
    talk = (*request.talk, TalkLine("supervisor", words, local))
    theirs = replace(request, assigned_to=who.object_id, assigned_name=who.name, decider_name=who.name)
    return replace(theirs, state=RequestState.MORE_ASKED, talk=talk, held_since=now)


def decide_request(request: Request, who: Person, reason: str, now: datetime, *, agreed: bool) -> Request:
    """Return the request as settled by this supervisor, in their own name."""
    state = RequestState.AGREED if agreed else RequestState.NOT_AGREED
    return replace(
        request, state=state, answered_at=now, decided_by=who.object_id, decider_name=who.name, reason=reason
    )


def answer_back(request: Request, words: str, local: str, now: datetime) -> Request:
    """Return the request with the worker's answer: it waits for the supervisor again. Raises Refusal."""
    if require_open(request).state is not RequestState.MORE_ASKED:
        raise Refusal("nothing_asked")
    talk = (*request.talk, TalkLine("worker", words, local))
    return replace(request, state=RequestState.WAITING, talk=talk, held_since=now)


def withdraw(request: Request, now: datetime) -> Request:
    """Return the request as withdrawn by the worker. Raises Refusal."""
    return replace(require_open(request), state=RequestState.WITHDRAWN, answered_at=now)


def hand_to(request: Request, supervisor: str, name: str, now: datetime) -> Request:
    """Return the request assigned to this other supervisor of the channel. Raises Refusal."""
    return replace(require_open(request), assigned_to=supervisor, assigned_name=name, held_since=now)


def put_in(request: Request, channel: str, name: str, now: datetime) -> Request:
    """Return the request as it waits in this channel, where nobody has taken it yet."""
    placed = replace(request, channel=channel, channel_name=name, teams=(), left="", not_posted=False)
    posted = None if request.goes_ahead else now
    return replace(placed, assigned_to="", assigned_name="", posted_at=posted, held_since=now)


def take_out(request: Request, now: datetime) -> Request:
    """Return the request as the bot has left the channel it was in: no supervisor can answer it."""
    return replace(request, channel="", left=request.channel, assigned_to="", assigned_name="", held_since=now)


def erase_text(request: Request, how: Ended, now: datetime) -> Request:
    """Return the request without the matter's text: only a decision is kept. An open request ends."""
    bare = replace(request, matter_id="", snapshot={}, drafted_from="", talk=(), needed_by="")
    return replace(bare, state=RequestState.GONE, gone_as=how, answered_at=now) if request.is_open else bare


def take_over(request: Request, who: Person, local: str) -> Request:
    """Return the request for the colleague who takes its matter over; they no longer decide on it.

    It says whose words it holds. A question that the new owner asked as a supervisor no longer has to be answered.
    """
    moved = replace(request, asker=who.key, earlier=(*request.earlier, request.asker))
    if not request.is_open:
        return moved
    talk = (*request.talk, TalkLine("handed_over", request.asker_name, local))
    moved = replace(moved, asker_name=who.name, talk=talk)
    if request.assigned_to != who.object_id:
        return moved
    return replace(moved, assigned_to="", assigned_name="", state=RequestState.WAITING)
