"""What is done with a request, inside the turn's own transaction: kept, posted to the channel, answered, recorded.

Every step is authorised here by who presses, whatever a card showed; a refusal is recorded as well.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.approvals.digests import digest_changed
from bot.approvals.stored import channel_of_worker, from_stored, to_stored
from bot.matters import MatterRepository
from bot.storage.records import StoredChannel
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals import request as steps
from dialogs.approvals.effects import apply_verdict, has_verdict_on, still_holds
from dialogs.approvals.request import OPEN_STATES, Person, Refusal, Request, RequestKind, RequestState, Verdict
from dialogs.approvals.review_required import paragraph_for, review_required
from dialogs.approvals.screens import ChannelPrompt, ForSupervisor, WorkersRequest
from dialogs.engine.matter import Matter
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.screens import Screen

FEWEST, MOST = 1000, 9_999_999
"""Numbers of requests: short at first, longer once those are taken."""
LONGEST_REASON = 1500

Draw = Callable[[Screen], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class ApprovalService:
    """One person's way to requests within one transaction. `local` is the wall time of now, "2026-03-11T13:12"."""

    unit: UnitOfWork
    person: Person
    draw: Draw
    now: datetime
    local: str
    wanted: frozenset[RequestKind]
    read: Callable[[Request], Matter]
    schedule: Callable[[Request], None]

    # The worker's side

    def standing(self, matter: Matter) -> Request | None:
        """The newest request made on the answers as they stand now, or None."""
        made = (from_stored(stored) for stored in self.unit.requests_of_matter(matter.id))
        fitting = (one for one in made if one.drafted_from == matter.decided_from)
        return next((one for one in fitting if one.state is not RequestState.WITHDRAWN), None)

    def about(self, follow_up: FollowUp) -> Request | None:
        """The newest request for not telling the family, open or answered, or None."""
        made = (from_stored(stored) for stored in self.unit.requests_of_matter(follow_up.matter_id))
        fitting = (one for one in made if one.follow_up == follow_up.id)
        return next((one for one in fitting if one.state is not RequestState.WITHDRAWN), None)

    def ask_about(self, draft: Request) -> Request:
        """Ask for something that is about no answer, such as not telling the family."""
        request = self._numbered(replace(draft, channel=self._channel()))
        self._record("request_made", request, detail=f"{request.kind} {request.ref}")
        self._place(request)
        return request

    def ask(self, matter: Matter, *, needed_by: str, after_the_fact: bool) -> Request:
        """Ask for a second pair of eyes; the one that was asked for already, if it was. Raises Refusal."""
        kind = review_required(matter, matter.decision(), self.wanted)
        if kind is None:
            raise Refusal("not_needed")
        standing = self.standing(matter)
        if standing:
            return standing
        request = self._kept(matter, kind, needed_by, after_the_fact=after_the_fact)
        self._record("request_made", request, detail=f"{kind} {request.ref}{' urgent' if after_the_fact else ''}")
        self._place(request)
        return request

    def withdraw(self, request: Request, *, why: str = "request_withdrawn") -> Request:
        """Withdraw it; the channel's card says so. Raises Refusal."""
        return self._changed(request, steps.withdraw(request, self.now), why)

    def answer_back(self, request: Request, words: str) -> Request:
        """Answer what the supervisor asked; they are told in their own chat. Raises Refusal."""
        _words_given(words)
        changed = self._changed(request, steps.answer_back(request, words, self.local), "answered_back")
        self._tell_supervisor(changed)
        self.schedule(changed)
        return changed

    def nudge(self, request: Request) -> Request:
        """Say in the channel that it still waits. Raises Refusal."""
        self._record("nudged", steps.require_open(request))
        self._post_prompt(request)
        return request

    def own(self, request_id: str) -> Request:
        """This worker's request. Raises Refusal for anybody else's, and for none."""
        stored = self.unit.request(request_id)
        if stored is None or stored.asker != self.person.key:
            raise Refusal("not_yours")
        return from_stored(stored)

    def after_change(self, matter: Matter) -> None:
        """Withdraw what was asked on answers that have changed since: agreement would be to something else.

        A note that was copied lets its answers go, which changes none of them: what was asked ends with them.
        """
        if matter.copied_at:
            return
        for request in self.open_on_answers(matter.id):
            if not still_holds(request, self.read(request), matter):
                self.withdraw(request, why="withdrawn_as_answers_changed")

    def open_on_answers(self, matter_id: str) -> list[Request]:
        """The open requests on a matter's answers."""
        made = (from_stored(stored) for stored in self.unit.requests_on_answers(matter_id))
        return [request for request in made if request.is_open]

    def caught_up(self, matter: Matter) -> Matter:
        """A matter taken over, with the verdicts that came before its answers were whole again."""
        if not matter.handed_over or matter.copied_at:
            return matter
        known = {seen["number"] for seen in matter.seen}
        for request in (from_stored(stored) for stored in self.unit.requests_on_answers(matter.id)):
            if request.number not in known and has_verdict_on(request, matter):
                matter = apply_verdict(matter, request)
        return matter

    # The supervisor's side

    def to_decide(self, request_id: str) -> Request:
        """The request, for someone who may decide it. Raises Refusal, recorded: nothing is shown then."""
        stored = self.unit.request(request_id)
        if stored is None:
            self.unit.record(self.person.object_id, "refused", "", tenant=self.person.tenant, detail="no_request")
            raise Refusal("no_request")
        request = from_stored(stored)
        try:
            steps.require_decider(request, self.person, self._supervised())
        except Refusal as refusal:
            self._record("refused", request, detail=refusal.code)
            raise
        return request

    def decide(self, request_id: str, verdict: Verdict, reason: str, *, parents_told: bool) -> Request:
        """Settle it, or ask the worker back, exactly once. Raises Refusal, recorded."""
        request = self.to_decide(request_id)
        if steps.needs_reason(request, verdict, parents_told=parents_told):
            _words_given(reason)
        if not steps.is_signed_off_in_full(request, verdict, reason):
            raise Refusal("reason_has_gaps")
        if verdict is Verdict.ASK:
            changed = steps.ask_back(request, self.person, reason, self.local)
        else:
            changed = steps.decide_request(request, self.person, reason, self.now, agreed=verdict is Verdict.AGREE)
        kept = self._changed(request, changed, {"agree": "agreed", "ask": "more_asked"}.get(verdict, "not_agreed"))
        self.tell_worker(kept)
        return kept

    def hand_to(self, request_id: str, supervisor: str) -> Request:
        """Pass it to another supervisor of the channel, who is told in their own chat. Raises Refusal, recorded."""
        request = self.to_decide(request_id)
        named = {one.object_id: one.name for one in self.unit.supervisors(request.channel)}
        if supervisor not in named:
            raise Refusal("not_supervisor")
        changed = self._changed(request, steps.hand_to(request, supervisor, named[supervisor]), "handed_on")
        self._tell_supervisor(changed)
        return changed

    def waiting_for_me(self) -> list[Request]:
        """What waits in the channels of this supervisor, the longest waiting first."""
        found = [from_stored(one) for channel in self._supervised() for one in self.unit.open_requests(channel)]
        return sorted(found, key=lambda request: request.asked_at)

    def mine(self) -> list[Request]:
        """What this worker asked, the newest first."""
        return [from_stored(one) for one in self.unit.requests_of_asker(self.person.key)]

    def shown_to_supervisor(
        self, request: Request, *, fault: str = "", typed: str = "", reader: str = ""
    ) -> ForSupervisor:
        """The request in full, for the one who decides: this person, unless another `reader` is named."""
        reader = reader or self.person.object_id
        taking_no_part = (reader, *(asker.partition("/")[2] for asker in request.askers))
        others = tuple(
            (one.object_id, one.name)
            for one in self.unit.supervisors(request.channel)
            if one.object_id not in taking_no_part
        )
        return ForSupervisor(request, self.read(request), fault, typed, others, reader == request.decided_by)

    # What both come to

    def post_waiting(self, channel: str, tenant: str) -> int:
        """Post what waited for a channel to be set up; returns how many."""
        held = self.unit.hold_requests(self.unit.requests_without_channel(tenant))
        waiting = [one for one in map(from_stored, held) if one.is_open and not one.channel]
        for request in waiting:
            placed = replace(request, channel=channel)
            self.unit.change_request(to_stored(placed), was=request.state)
            self._place(placed)
        return len(waiting)

    def _place(self, request: Request) -> None:
        """Into the channel, if there is one: at once, or with the day's other reviews where it could not wait."""
        if request.channel and not request.goes_ahead:
            self._post_prompt(request)
        self.schedule(request)

    def leave(self, channel: StoredChannel) -> None:
        """The bot is no longer in this channel: what waits there is kept, and those who asked are told."""
        self.unit.save_channel(replace(channel, gone=True))
        self.unit.record(self.person.object_id, "channel_left", channel.id, tenant=channel.tenant_id)
        for stored in self.unit.hold_requests(self.unit.open_requests(channel.id)):
            request = replace(from_stored(stored), channel="")
            if not request.is_open or stored.channel_id != channel.id:
                continue
            self.unit.change_request(to_stored(request), was=stored.state)
            self.tell_worker(request)

    def _kept(self, matter: Matter, kind: RequestKind, needed_by: str, *, after_the_fact: bool) -> Request:
        draft = Request(
            id=secrets.token_urlsafe(12),
            number=0,
            kind=kind,
            ref=paragraph_for(kind, matter.decision()),
            tenant=self.person.tenant,
            asker=self.person.key,
            asker_name=self.person.name,
            matter_id=matter.id,
            flow=matter.flow.name,
            guidance_version=matter.guidance_version,
            snapshot=matter.to_json(),
            drafted_from=matter.decided_from,
            asked_at=self.now,
            channel=self._channel(),
            needed_by=needed_by,
            after_the_fact=after_the_fact,
        )
        return self._numbered(draft)

    def _numbered(self, draft: Request) -> Request:
        """Keep it under a number that no other request has."""
        most = FEWEST * 10 - 1
        while True:
            request = replace(draft, number=FEWEST + secrets.randbelow(most - FEWEST + 1))
            if self.unit.add_request(to_stored(request)):
                return request
            most = min(MOST, most * 10 + 9)

    def _channel(self) -> str:
        """Where this worker's requests go; "" for nowhere yet."""
        return channel_of_worker(self.unit, self.person.tenant, self.person.key)

    def _changed(self, request: Request, changed: Request, what: str) -> Request:
        """Keep the change, if the request still stands as it was read, and show it in the channel. Raises Refusal."""
        if not self.unit.change_request(to_stored(changed), was=request.state):
            self._record("refused", request, detail="already_answered")
            raise Refusal("already_answered")
        self._record(what, changed)
        self._redraw_prompts(changed)
        return changed

    def _supervised(self) -> frozenset[str]:
        return frozenset(self.unit.supervised_channels(self.person.tenant, self.person.object_id))

    def _post_prompt(self, request: Request) -> None:
        card = self.unit.add_card(request.channel, request.id, "prompt")
        self.unit.post_card(card, self.draw(ChannelPrompt(request)))

    def _redraw_prompts(self, request: Request) -> None:
        """All that stands of it in the channel, and the detail cards of supervisors, show where it stands now."""
        if not request.is_open:
            digest_changed(self.unit, request)
        for card in self.unit.cards_of(request.id):
            if card.kind == "prompt":
                self.unit.update_card(card.id, self.draw(ChannelPrompt(request)))
            elif card.kind == "detail" and request.state not in OPEN_STATES:
                shown = self.shown_to_supervisor(request, reader=self.unit.reader_of(card.conversation_id))
                self.unit.update_card(card.id, self.draw(shown))

    def tell_worker(self, request: Request) -> None:
        """Tell the one who asked, in their own chat, where it stands."""
        conversation = self.unit.personal_conversation(request.tenant, request.asker.partition("/")[2])
        if conversation:
            matter = MatterRepository(self.unit, request.asker).find(request.matter_id)
            card = self.unit.add_card(conversation, request.id, "outcome")
            self.unit.post_card(card, self.draw(WorkersRequest(request, matter)))

    def tell_again(self, request_id: str) -> bool:
        """Tell this person where it stands, as a card of it did not arrive. Returns False where it is not for them."""
        stored = self.unit.request(request_id)
        request = from_stored(stored) if stored else None
        if request is None:
            return False
        if request.asker == self.person.key:
            self.tell_worker(request)
            return True
        decides = request.assigned_to == self.person.object_id and request.channel in self._supervised()
        if decides and request.is_open:
            self._tell_supervisor(request)
        return decides and request.is_open

    def _tell_supervisor(self, request: Request) -> None:
        conversation = self.unit.personal_conversation(request.tenant, request.assigned_to)
        if conversation:
            card = self.unit.add_card(conversation, request.id, "detail")
            shown = self.shown_to_supervisor(request, reader=request.assigned_to)
            self.unit.post_card(card, self.draw(shown))

    def _record(self, what: str, request: Request, *, detail: str = "") -> None:
        self.unit.record(
            self.person.object_id, what, str(request.number), tenant=self.person.tenant, detail=detail or request.ref
        )


def _words_given(words: str) -> None:
    if not words.strip():
        raise Refusal("reason_missing")
    if len(words) > LONGEST_REASON:
        raise Refusal("reason_too_long")
