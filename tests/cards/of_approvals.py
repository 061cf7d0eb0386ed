"""Every screen of a second pair of eyes, in the states it can be in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from msgspec.structs import replace

from bot.follow_ups.waivers import draft_of
from dialogs.approvals.request import (
    SETTABLE,
    Ended,
    Person,
    Request,
    RequestKind,
    RequestState,
    ReviewStatus,
    TalkLine,
    erase_text,
    put_in,
    question_of,
    take_out,
    take_over,
)
from dialogs.approvals.review_required import paragraph_for
from dialogs.approvals.screens import (
    AskSupervisor,
    Away,
    ChannelDigest,
    ChannelPrompt,
    ForSupervisor,
    MyRequests,
    OpenApprovals,
    StandsIn,
    StillWaiting,
    SupervisorRole,
    WorkersRequest,
)
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.engine.matter import Matter
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.screens import AfterCopy, Aside, Asking, Shown, TheAnswer, TheNote, Welcome
from tests.cards import matters, of_authority, of_document, of_gather
from tests.cards.matters import matter
from tests.cards.sources import REFUSALS

ASKED = datetime(2026, 3, 11, 13, 12, tzinfo=UTC)
WORKER = Person("t", "worker", "K.O.")
SETTLED: dict[str, Any] = {"answered_at": ASKED, "decider_name": "M.A.", "reason": "Both parts rest on what B said"}
TALK = (
    TalkLine("supervisor", "Who saw the mark?", "2026-03-11T13:20"),
    TalkLine("worker", "I did", "2026-03-11T13:25"),
)
TEAMS = (("19:north", "North: Managers"), ("19:south", "South"))
FOLLOW_UP = FollowUp(
    id="q7Yk2mVd0aRx.tell_family",
    number=412_700,
    kind=FollowUpKind.TELL_FAMILY,
    tenant="t",
    owner=WORKER.key,
    owner_name="K.O.",
    matter_id="q7Yk2mVd0aRx",
    flow="share",
    due_at=ASKED,
    when="2026-03-12",
    child="P",
    whom="the school nurse",
    since="2026-03-09T13:40",
)


@cache
def matter_of(kind: RequestKind) -> Matter:
    """A matter whose answer a request of this kind is made on."""
    if kind is RequestKind.CHECKS_UNTOLD:
        return of_gather.GATHER_STATES.matter(of_gather.CHECKS, of_gather.RISK)
    if kind is RequestKind.REDACTION:
        return of_document.OF_DOCUMENT.matter(of_document.ANSWERS["taken out by the worker alone"][1])
    if kind is RequestKind.AUTHORISE:
        return matter(matters.ANSWERS["not sure whose case"][1])
    return matter(matters.TELL_FIRST, matters.DEPARTED) if kind is RequestKind.DEPARTURE else _harm()


@cache
def _harm() -> Matter:
    return matter(matters.HARM)


def request_on(one: Matter, kind: RequestKind) -> Request:
    """A request that waits in a channel, about this matter."""
    return Request(
        id="r1",
        number=4127,
        kind=kind,
        ref=paragraph_for(kind, one.decision()),
        tenant="t",
        asker=WORKER.key,
        asker_name="K.O.",
        matter_id=one.id,
        flow=one.flow.name,
        guidance_version=one.guidance_version,
        snapshot=one.to_json(),
        drafted_from=one.decided_from,
        asked_at=ASKED,
        channel="19:team",
    )


def request(kind: RequestKind = RequestKind.UNTOLD, **changed: Any) -> Request:
    """A request that waits in a channel, on an answer of its kind, or about a follow-up."""
    made = request_on(matter_of(kind), kind)
    if kind is RequestKind.NOT_TELLING:
        draft = draft_of(FOLLOW_UP, WORKER, "No address is known", ASKED, "2026-03-11T13:12")
        made = replace(draft, id="r2", number=4128, channel="19:team")
    if kind is RequestKind.QUESTION:
        draft = question_of(WORKER, "Who signs for a child on an interim order?", "2026-03-11T13:12", ASKED)
        made = replace(draft, id="r3", number=4129, channel="19:team")
    return replace(made, **changed)


def states(kind: RequestKind = RequestKind.UNTOLD) -> dict[str, Request]:
    """A request of this kind wherever it can be."""
    one = request(kind)
    return {
        "waits": one,
        "waits, needed by": replace(one, needed_by="13:40"),
        "waits for one of them": replace(one, assigned_to="o-ma", assigned_name="M.A."),
        "waits since yesterday": replace(one, asked_at=ASKED - timedelta(days=1)),
        "waits without a channel": replace(one, channel=""),
        "waits, taken out of the channel": take_out(put_in(one, "19:team", "North", ASKED), ASKED),
        "waits, refused in the channel": replace(one, channel_name="North", not_posted=True),
        "waits, all are away": replace(one, channel_name="North", all_back_on="2026-03-16"),
        "waits, which team": replace(one, channel="", teams=TEAMS),
        "goes ahead": replace(one, after_the_fact=True),
        "asked back": replace(one, state=RequestState.MORE_ASKED, decider_name="M.A.", talk=(*one.talk, *TALK[:1])),
        "answered back": replace(one, talk=(*one.talk, *TALK)),
        "agreed": replace(one, state=RequestState.AGREED, **SETTLED),
        "agreed, no reason": replace(one, state=RequestState.AGREED, **{**SETTLED, "reason": ""}),
        "not agreed": replace(one, state=RequestState.NOT_AGREED, **SETTLED),
        "withdrawn": replace(one, state=RequestState.WITHDRAWN, answered_at=ASKED),
    }


def ended() -> dict[str, Request]:
    """What is left of a request once its matter's text has ended: open before, or settled."""
    open_before = {f"gone, {how}": erase_text(request(), how, ASKED) for how in Ended}
    settled = {f"{name}, let go": erase_text(states()[name], Ended.COPIED, ASKED) for name in ("agreed", "not agreed")}
    return {**open_before, **settled}


def about_follow_up() -> dict[str, Request]:
    """Not telling the family, wherever it can be on its follow-up's card."""
    return {name: one for name, one in states(RequestKind.NOT_TELLING).items() if one.state is not RequestState.AGREED}


def every() -> Iterator[tuple[str, Shown]]:
    """Every one by a name that says which."""
    for part in (_channel, _supervisor, _worker, _on_the_answer, documents, _refused):
        yield from part()


def _channel() -> Iterator[tuple[str, Shown]]:
    for kind in RequestKind:
        yield f"channel: {kind}", Shown(ChannelPrompt(request(kind)))
    for name, one in states().items():
        yield f"channel: {name}", Shown(ChannelPrompt(one))
        if one.goes_ahead:
            yield "channel: digest", Shown(ChannelDigest((one, request(RequestKind.CHECKS_UNTOLD))))
            yield "channel: digest, some answered", Shown(ChannelDigest((one,)))
    yield "channel: moved", Shown(ChannelPrompt(request(), moved=True))
    yield "channel: digest, all answered", Shown(ChannelDigest(()))
    for name, one in ended().items():
        yield f"channel: {name}", Shown(ChannelPrompt(one))
    copied = ended()[f"gone, {Ended.COPIED}"]
    yield "channel: digest, one copied unseen", Shown(ChannelDigest((states()["goes ahead"], copied)))


def _further() -> dict[str, Matter]:
    """Matters in which a supervisor reads what the others have no answer for."""
    caller = {"rung_back": "yes", "case_summary_says": "may", "staff": "yes"}
    given = {"given_to": "P's father", "given_when": "2026-03-11T13:40", "given_different": "Page 3 stayed here"}
    return {
        "crime": matter(matters.ASKED_UNTOLD, matters.CRIME),
        "not practicable": matter(matters.ASKED_UNTOLD, matters.NOT_PRACTICABLE),
        "a caller": of_authority.AUTHORITY_STATES.matter({**matters.ROUTINE, **caller}),
        "a document that was given": of_document.OF_DOCUMENT.matter(
            {**of_document.ON_AN_ORDER, "outcome": "given", **given}
        ),
    }


def _supervisor() -> Iterator[tuple[str, Shown]]:
    for kind in RequestKind:
        for name, one in states(kind).items():
            if kind is not RequestKind.UNTOLD:
                yield f"supervisor: {kind}, {name}", Shown(ForSupervisor(one, matter_of(kind)))
        yield f"supervisor: {kind}", Shown(ForSupervisor(request(kind), matter_of(kind)))
    for name, one in states().items():
        yield f"supervisor: {name}", Shown(ForSupervisor(one, _harm()))
    for name in ("agreed", "agreed, no reason", "not agreed"):
        yield f"supervisor: {name}, by the reader", Shown(ForSupervisor(states()[name], _harm(), is_deciders=True))
    for name, one in ended().items():
        yield f"supervisor: {name}", Shown(ForSupervisor(one, _harm(), is_deciders=True))
    for name, asked_about in _further().items():
        yield f"supervisor: {name}", Shown(ForSupervisor(request(RequestKind.DEPARTURE), asked_about))
    theirs = take_over(request(), Person("t", "other", "J.S."), "2026-03-11T13:30")
    yield "supervisor: taken over", Shown(ForSupervisor(theirs, _harm()))
    faulty = ForSupervisor(request(), _harm(), "reason_missing", "yes", (("o-js", "J.S. [boss](x)"),))
    yield "supervisor: a reason is missing", Shown(faulty)
    yield "supervisor: still waiting", Shown(StillWaiting(request(), to_supervisor=True))
    for waiting in (0, 1, 3):
        yield f"supervisor: named, {waiting} waiting", Shown(SupervisorRole("North", "A.D.", waiting=waiting))
    yield "supervisor: no longer", Shown(SupervisorRole("North", "", may=False))
    for name, away in {
        "away?": Away(others=(("o-js", "J.S."),), typed="2026-12-04"),
        "away?, a day that has gone": Away(others=(("o-js", "J.S."),), fault="away_day", typed="2026-01-01"),
        "away?, nobody to stand in": Away(),
        "away": Away("2026-12-04", "J.S."),
        "away, nobody stands in": Away("2026-12-04"),
    }.items():
        yield f"supervisor: {name}", Shown(away)
    yield "supervisor: stands in", Shown(StandsIn("M.A.", "2026-12-04"))
    yield "supervisor: no longer stands in", Shown(StandsIn("M.A."))
    yield "supervisor: list, none", Shown(OpenApprovals(()))
    yield "supervisor: list", Shown(OpenApprovals((request(), states(RequestKind.NOT_TELLING)["asked back"])))


def _worker() -> Iterator[tuple[str, Shown]]:
    for kind in RequestKind:
        for name, one in states(kind).items():
            yield f"worker: {kind}, {name}", Shown(WorkersRequest(one, None))
    for name, one in ended().items():
        yield f"worker: {name}", Shown(WorkersRequest(one, None))
    yield "supervisor: list, page 2", Shown(OpenApprovals((request(),) * 20, 8))
    yield "worker: list, page 2", Shown(MyRequests((request(),) * 20, 8))
    yield "worker: list, ended", Shown(MyRequests(tuple(ended().values())))
    yield "worker: a question to the supervisors", Shown(AskSupervisor())
    yield "worker: a question that is too long", Shown(AskSupervisor("why?", "reason_too_long"))
    asked = states()["asked back"]
    yield (
        "worker: agreed after copying",
        Shown(WorkersRequest(states()["agreed"], replace(_harm(), copied_at="2026-03-11T13:30"))),
    )
    yield "worker: the answer is missing", Shown(WorkersRequest(asked, _harm(), "reason_missing"))
    yield "worker: still waiting", Shown(StillWaiting(request()))
    many = tuple((f"19:{number}", f"Team {number}") for number in range(30))
    yield "worker: which of many teams", Shown(WorkersRequest(request(channel="", teams=many), None))
    told = StillWaiting(request(), told=("M.A.",), not_told=("J.S.", "T.W."), away=("N.H.",))
    yield "worker: still waiting, some told", Shown(told)
    yield "worker: not posted", Shown(StillWaiting(request(), not_posted=True))
    yield "worker: perhaps not posted", Shown(StillWaiting(request(), not_posted=True, in_doubt=True))
    yield "worker: list, none", Shown(MyRequests(()))
    yield "worker: list", Shown(MyRequests((request(), states()["agreed"])))


def documents() -> Iterator[tuple[str, Shown]]:
    """4.1 to 4.5  Every answer on a document for which no request fits, and where it cannot wait."""
    for name, (_, given) in of_document.ANSWERS.items():
        one = of_document.OF_DOCUMENT.matter(given)
        if one.decision().may_go_ahead_now is not True:
            yield f"document, cannot wait: {name}", Shown(TheAnswer(one, one.decision(), cannot_wait=True))


def _on_the_answer() -> Iterator[tuple[str, Shown]]:
    for kind in sorted(SETTABLE):
        yield from _on_the_answer_of(kind)
    noted = matter(matters.HARM, matters.SHARED_UNTOLD)
    yield "note, to be looked at still", Shown(TheNote(noted, noted.decision(), looked_at=ReviewStatus(request())))
    departed = matter(matters.HARM, matters.SHARED_UNTOLD, {"departed_because": "B was not safe at school"})
    closed = {"agreed": noted, "not_agreed": departed, "not_agreed, once it was closed": noted}
    for name, one in closed.items():
        known = with_verdict(one, RequestKind.UNTOLD, name.partition(",")[0], before_close=name == "not_agreed")
        yield f"note, looked at: {name}", Shown(TheNote(known, known.decision()))
        yield f"let go, looked at: {name}", Shown(AfterCopy(replace(known, copied_at="2026-03-11T14:00")))
    neither = matter(matters.ANSWERS["not sure whose case"][1], matters.DEPARTED)
    known = with_verdict(neither, RequestKind.AUTHORISE, "not_agreed")
    yield "note, against the answer and the supervisor", Shown(TheNote(known, known.decision()))
    asked = with_verdict(matter(matters.HARM), RequestKind.UNTOLD, "not_agreed").hold({"outcome": "shared"})
    yield "closing after a supervisor did not agree", Shown(Asking(asked, asked.position))


def _on_the_answer_of(kind: RequestKind) -> Iterator[tuple[str, Shown]]:
    """The answer that this kind is asked on, with each state of it; where it cannot wait; once it was allowed."""
    one = matter_of(kind)
    decision = one.decision()
    if kind is RequestKind.DEPARTURE:
        yield f"note, to be looked at: {kind}", Shown(TheNote(one, decision, looked_at=ReviewStatus(kind=kind)))
    yield f"answer, to be looked at: {kind}", Shown(TheAnswer(one, decision, looked_at=ReviewStatus(kind=kind)))
    for name, made in states(kind).items():
        yield f"answer, looked at: {kind}, {name}", Shown(TheAnswer(one, decision, looked_at=ReviewStatus(made)))
    for name, looked_at in {"nothing asked": ReviewStatus(kind=kind), "asked": ReviewStatus(request(kind))}.items():
        stays = TheAnswer(one, decision, looked_at=looked_at, cannot_wait=True)
        yield f"answer, cannot wait: {kind}, {name}", Shown(stays)
    against = with_verdict(one, kind, "not_agreed")
    yield (
        f"answer, cannot wait: {kind}, not agreed",
        Shown(TheAnswer(against, decision, looked_at=ReviewStatus(states(kind)["not agreed"]), cannot_wait=True)),
    )
    allowed = with_verdict(one, kind, "agreed")
    yield f"answer, allowed: {kind}", Shown(TheAnswer(allowed, decision))


def with_verdict(one: Matter, kind: RequestKind, state: str, *, before_close: bool = True) -> Matter:
    """The matter with a supervisor's verdict on its current answers."""
    seen = {"number": 4127, "kind": kind.value, "state": state, "who": "M.A.", "when": ASKED.isoformat()}
    said = {**seen, "reason": "T could be told", "on": one.decided_from, "before_close": before_close}
    return one.changed(seen=(*one.seen, said))


def _refused() -> Iterator[tuple[str, Shown]]:
    for code in REFUSALS:
        yield f"refused: {code}", Shown(Welcome(), (Aside("refused", code),))
