"""The presses and typed words that belong to requests, in a personal chat."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from msgspec.structs import replace

from bot.approvals.absences import Absences
from bot.approvals.service import ApprovalService
from bot.approvals.stored import requested_matter, standing_request
from bot.config.working_time import from_london_time, to_london_time
from bot.matters import MatterRepository
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.cannot_wait import CannotWait, decide_cannot_wait
from dialogs.approvals.effects import apply_verdict, has_verdict_on
from dialogs.approvals.request import HOUR, Refusal, Request, RequestState, Verdict
from dialogs.approvals.review_required import SETTLED
from dialogs.approvals.screens import PAGE, AskSupervisor, Away, MyRequests, OpenApprovals, WorkersRequest
from dialogs.context import DialogContext, Press, Result
from dialogs.current_screen import screen_of
from dialogs.engine.matter import Matter
from dialogs.flows.telling import parents_know
from dialogs.identifier_notice import hold_for_notice, identifiers_not_kept
from dialogs.screens import Aside, Find, LooksLike, MovedOn, Screen, Shown, TheAnswer
from dialogs.text.dates import parse_day, read_clock, read_day

VERDICTS = {"agree": Verdict.AGREE, "ask_back": Verdict.ASK, "do_not_agree": Verdict.DO_NOT_AGREE}
TYPED = {
    "approvals": r"(?:my )?approvals|what is waiting(?: for me)?",
    "my_requests": r"my requests|requests",
}
AWAY = re.compile(
    r"(?i)\s*(?:(?:i['\u2019]?m|i am|i['\u2019]?ll be|i will be)\s+)?(?:away|on leave|out of (?:the )?office)"
    r"(?:\s+(?:until|till|til)(?:\s+(?P<day>.+?))?)?[\s.!]*"
)
BACK = re.compile(r"(?i)\s*(?:i['\u2019]?m|i am)\s+back(?: (?:now|today|again))?[\s.!]*")
LONGEST_AWAY = timedelta(days=366)
NO_QUICK_WAY = Aside("notice", "cannot_wait_closed")
SAID_OF_WAITING = {
    CannotWait.NO_NEED: Aside("notice", "cannot_wait_no_need"),
    CannotWait.DONE: Aside("notice", "cannot_wait_done"),
}
"""The notice for a worker who says that it can't wait, where that changes nothing."""


@dataclass(frozen=True, slots=True)
class RequestActions:
    """Takes the presses of one person within one transaction.

    `accepted` hears of an answer to a request that is about a follow-up.
    """

    unit: UnitOfWork
    approvals: ApprovalService
    context: DialogContext
    accepted: Callable[[Request], None]

    def handle(self, press: Press) -> Result:
        """Return the result of the press; a refused one says why in a plain sentence."""
        try:
            return HANDLERS[press.verb](self, press)
        except Refusal as refusal:
            return self._refused(refusal)

    def _refused(self, refusal: Refusal) -> Result:
        shown = Shown(
            screen_of(self.context.current, self.context), (Aside("refused", refusal.code, {"who": refusal.who}),)
        )
        return Result(shown, self.context.current)

    # The worker

    def ask(self, press: Press) -> Result:
        """Ask for a second pair of eyes on the matter of this card."""
        return self._ask(press, self._matter(press), after_the_fact=False)

    def _ask(self, press: Press, matter: Matter, *, after_the_fact: bool) -> Result:
        """Ask, once the worker has kept or changed whatever in the matter says who people are.

        In danger nothing waits: it is asked for at once, and the notice is shown above the answer afterwards.
        """
        needed_by = self._needed_by(press.about if press.answered else press.inputs.get("needed_by", ""))
        noticed, finds = self._noticed(matter, press)
        at_once = after_the_fact and matter.danger
        if finds and not at_once and self.context.looked_at(matter).kind:
            return self._of(noticed, LooksLike(finds, noticed, press.verb, needed_by))
        self.approvals.ask(noticed, needed_by=needed_by, after_the_fact=after_the_fact)
        return self._of(noticed, *([LooksLike(finds, noticed)] if finds else []))

    def _needed_by(self, typed: str) -> str:
        """The time today by which an answer is needed, "17:45", or "" where none was given. Raises Refusal."""
        if not typed.strip():
            return ""
        needed_by = read_clock(typed, self.context.now.date())
        if needed_by is None:
            raise Refusal("needed_by_unread")
        if needed_by <= self.context.now:
            raise Refusal("needed_by_gone")
        return needed_by.strftime("%H:%M")

    def _noticed(self, matter: Matter, press: Press) -> tuple[Matter, tuple[Find, ...]]:
        """The matter with what says who a person is looked at, and what was never kept of it; on "keep", it is."""
        noticed, finds = identifiers_not_kept(matter, self.context)
        if press.answered == "kept" and press.revision == matter.revision:
            return replace(noticed, noticed=noticed.noticed.with_kept()), ()
        return noticed, finds

    def cannot_wait(self, press: Press) -> Result:
        """Go ahead and be looked at afterwards, where the rules say yes; else what can be done now instead."""
        matter = self._matter(press)
        comes_to = decide_cannot_wait(matter, matter.decision(), self.context.looked_at(matter))
        if comes_to is CannotWait.NOTHING:
            raise Refusal("not_needed")
        if comes_to is CannotWait.GO_AHEAD:
            return self._ask(press, matter, after_the_fact=True)
        screen = screen_of(matter, self.context)
        if comes_to is CannotWait.INSTEAD and isinstance(screen, TheAnswer):
            return Result(Shown(replace(screen, cannot_wait=True)), matter)
        return Result(Shown(screen, (SAID_OF_WAITING.get(comes_to, NO_QUICK_WAY),)), matter)

    def withdraw(self, press: Press) -> Result:
        """Withdraw a request."""
        request = self.approvals.withdraw(self._own(press))
        return self._workers(request)

    def nudge(self, press: Press) -> Result:
        """Say in the channel that it still waits; where that was said within the hour, only that it was."""
        request = self._own(press)
        said = self.approvals.nudge(request)
        result = self._workers(said)
        if said is not request or request.posted_at is None:
            return result
        times = {"when": _clock(request.posted_at), "again": _clock(request.posted_at + HOUR)}
        return replace(result, shown=Shown(result.shown.screen, (Aside("notice", "said_lately", times),)))

    def choose_team(self, press: Press) -> Result:
        """Send it to the supervisors of the team that the worker says is theirs."""
        request = self.approvals.choose_team(self.approvals.own(press.about), press.inputs.get("team", ""))
        matter, current = self.context.find(request.matter_id), self.context.current
        if matter and current and current.id == matter.id and matter.phase in SETTLED and not request.follow_up:
            return Result(Shown(screen_of(matter, self.context)), matter)
        return self._workers(request)

    def answer_back(self, press: Press) -> Result:
        """Answer what the supervisor asked."""
        words = press.inputs.get("reply", "").strip()
        request = self.approvals.own(press.about)
        again = WorkersRequest(request, self.context.find(request.matter_id), typed=words)
        waits = self._held(press, {"reply": words}, again) if request.state is RequestState.MORE_ASKED else None
        if waits:
            return waits
        try:
            return self._workers(self.approvals.answer_back(request, words))
        except Refusal as refusal:
            if not refusal.code.startswith("reason"):
                raise
            return Result(Shown(replace(again, fault=refusal.code)), self.context.current)

    def ask_question(self, press: Press) -> Result:
        """Ask the supervisors a question: one that was typed and not answered, or the text of its box."""
        words = press.inputs.get("question", "" if press.about else self.context.unplaced.text).strip()
        again = AskSupervisor(words)
        if not words:
            return Result(Shown(again), self.context.current)
        try:
            waits = self._held(press, {"question": words}, again)
            return waits or self._workers(self.approvals.ask_question(words))
        except Refusal as refusal:
            if not refusal.code.startswith("reason"):
                raise
            return Result(Shown(replace(again, fault=refusal.code)), self.context.current)

    def reply_typed(self, request_id: str, text: str) -> Result | None:
        """What was typed under a supervisor's question, in the box for the answer to it; None where none is asked."""
        try:
            request = self.approvals.own(request_id)
        except Refusal:
            return None
        if request.state is not RequestState.MORE_ASKED:
            return None
        screen = WorkersRequest(request, self.context.find(request.matter_id), typed=text)
        said = Shown(screen, (Aside("notice", "reply_typed"),))
        return Result(said, self.context.current, left_behind=MovedOn())

    def my_requests(self, press: Press) -> Result:
        """What this worker asked."""
        mine = tuple(self.approvals.mine())
        return Result(Shown(MyRequests(mine, press.place(len(mine), PAGE))), self.context.current)

    # The supervisor

    def open_request(self, press: Press) -> Result:
        """The request in full, in the supervisor's own chat."""
        request = self.approvals.to_decide(press.about)
        return Result(Shown(self.approvals.shown_to_supervisor(request)), self.context.current)

    def decide(self, press: Press) -> Result:
        """Agree, ask, or do not agree."""
        reason = press.inputs.get("reason", "").strip()
        request = self.approvals.to_decide(press.about)
        seen = str(len(request.talk))
        if press.inputs.get("seen", "0") != seen:
            since = Aside("notice", "answered_since", {"who": request.asker_name})
            return Result(
                Shown(self.approvals.shown_to_supervisor(request, typed=reason), (since,)), self.context.current
            )
        told = not (request.follow_up or request.is_question) and parents_know(requested_matter(request).decision())
        texts = {"reason": reason, "seen": seen}
        waits = self._held(press, texts, self.approvals.shown_to_supervisor(request, typed=reason))
        if waits:
            return waits
        try:
            decided = self.approvals.decide(request.id, VERDICTS[press.verb], reason, parents_told=told)
        except Refusal as refusal:
            if not refusal.code.startswith("reason"):
                raise
            shown = self.approvals.shown_to_supervisor(request, fault=refusal.code, typed=reason)
            return Result(Shown(shown), self.context.current)
        self._take_effect(decided)
        return Result(Shown(self.approvals.shown_to_supervisor(decided)), self.context.current)

    def hand_on(self, press: Press) -> Result:
        """Hand it to another supervisor of the channel."""
        self.approvals.hand_to(press.about, press.inputs.get("hand_to", ""))
        return self.waiting(press)

    def waiting(self, press: Press) -> Result:
        """What waits for this supervisor."""
        waiting = tuple(self.approvals.waiting_for_me())
        return Result(Shown(OpenApprovals(waiting, press.place(len(waiting), PAGE))), self.context.current)

    def away(self, press: Press) -> Result:
        """Until when this supervisor is away, or the boxes to say so."""
        day = parse_day(press.inputs.get("until", "").lower(), self.context.now.date(), future=True)
        return self._away(typed=day.isoformat() if day else "", ask=bool(press.inputs.get("until")))

    def save_away(self, press: Press) -> Result:
        """Note the absence down, from the next day on at the earliest and for a year at most."""
        typed, today = press.inputs.get("until", ""), self.context.now.date()
        day = parse_day(typed.lower(), today, future=True) or read_day(typed, today)
        if day is None or not today < day <= today + LONGEST_AWAY:
            return self._away(typed=typed, fault="away_day", ask=True)
        try:
            Absences(self.approvals).go_away(
                from_london_time(datetime.combine(day, time.min)), press.inputs.get("deputy", "").strip()
            )
        except Refusal as refusal:
            return self._away(typed=day.isoformat(), fault=refusal.code, ask=True)
        return self._away()

    def back_now(self, press: Press) -> Result:
        """End the absence."""
        Absences(self.approvals).come_back()
        return self.waiting(Press("approvals"))

    def _away(self, *, typed: str = "", fault: str = "", ask: bool = False) -> Result:
        if not Absences(self.approvals).is_named:
            raise Refusal("not_named")
        absence = Absences(self.approvals).own()
        others = Absences(self.approvals).deputies()
        if absence and not ask:
            day = to_london_time(absence.until).date().isoformat()
            return Result(Shown(Away(day, absence.deputy_name)), self.context.current)
        return Result(Shown(Away(others=others, fault=fault, typed=typed)), self.context.current)

    def _take_effect(self, request: Request) -> None:
        """Put the verdict into the worker's matter: it goes into the note, and may set one fact."""
        if request.is_open:
            return
        if request.follow_up:
            self.accepted(request)
            return
        theirs = MatterRepository(self.unit, request.asker)
        matter = theirs.find(request.matter_id)
        if matter and not matter.copied_at and has_verdict_on(request, matter):
            theirs.save(apply_verdict(matter, request))

    def _matter(self, press: Press) -> Matter:
        """Return the matter of the press, which must have reached its answer. Raises Refusal."""
        matter = self.context.find(press.matter)
        if matter is None or matter.phase not in SETTLED:
            raise Refusal("not_needed")
        return matter

    def _own(self, press: Press) -> Request:
        """Return the request that the button is about, or for a typed command the open matter's. Raises Refusal."""
        matter = None if press.about else self.context.find(press.matter)
        standing = standing_request(self.approvals.unit, matter) if matter else None
        return self.approvals.own(standing.id if standing else press.about)

    def _held(self, press: Press, texts: Mapping[str, str], screen: Screen) -> Result | None:
        return hold_for_notice(press, texts, screen, self.context)

    def _of(self, matter: Matter, *notices: LooksLike) -> Result:
        return Result(Shown(screen_of(matter, self.context), notices), matter, saved=(matter,))

    def _workers(self, request: Request) -> Result:
        screen = WorkersRequest(request, self.context.find(request.matter_id))
        return Result(Shown(screen), self.context.current)


def _clock(moment: datetime) -> str:
    return to_london_time(moment).strftime("%H:%M")


Handler = Callable[[RequestActions, Press], Result]
HANDLERS: Mapping[str, Handler] = {
    "ask_supervisor": RequestActions.ask,
    "ask_question": RequestActions.ask_question,
    "cant_wait": RequestActions.cannot_wait,
    "withdraw": RequestActions.withdraw,
    "nudge": RequestActions.nudge,
    "choose_team": RequestActions.choose_team,
    "answer_back": RequestActions.answer_back,
    "my_requests": RequestActions.my_requests,
    "open_request": RequestActions.open_request,
    "agree": RequestActions.decide,
    "ask_back": RequestActions.decide,
    "do_not_agree": RequestActions.decide,
    "hand_request": RequestActions.hand_on,
    "approvals": RequestActions.waiting,
    "away": RequestActions.away,
    "save_away": RequestActions.save_away,
    "back_now": RequestActions.back_now,
}
