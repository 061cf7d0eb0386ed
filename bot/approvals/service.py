"""What is done with a request, inside the turn's own transaction: kept, posted to the channel, answered, recorded.

Every step is authorised here by who presses, whatever a card showed; a refusal is recorded as well.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from bot.approvals.deputies import first_back, stood_in
from bot.approvals.stored import from_stored, requested_matter, standing_request, to_stored
from bot.approvals.teams import TeamFound, find_team, team_name
from bot.approvals.telling import Telling
from bot.lookups import IsMember, Membership
from bot.storage.records import StoredChannel
from dialogs.approvals import request as steps
from dialogs.approvals.effects import apply_verdict, has_verdict_on, still_holds
from dialogs.approvals.request import Refusal, Request, RequestKind, RequestState, Verdict
from dialogs.approvals.review_required import paragraph_for, review_required
from dialogs.engine.matter import Matter
from dialogs.follow_ups.follow_up import FollowUp

FEWEST, MOST_NOTICED = 1000, 9_999_999
"""Numbers of requests: short at first, longer once those are taken."""
LONGEST_REASON = 1500


@dataclass(frozen=True, slots=True)
class ApprovalService(Telling):
    """One person's way to requests within one transaction.

    `local` is the wall time of now, "2026-03-11T13:12". `user_id`: the person's id in Teams.
    """

    now: datetime
    local: str
    wanted: frozenset[RequestKind]
    schedule: Callable[[Request], None]
    user_id: str

    # The worker's side

    def about(self, follow_up: FollowUp) -> Request | None:
        """The newest request for not telling the family, open or answered, or None."""
        made = (from_stored(stored) for stored in self.unit.requests_of_matter(follow_up.matter_id))
        fitting = (one for one in made if one.follow_up == follow_up.id)
        return next((one for one in fitting if one.state is not RequestState.WITHDRAWN), None)

    def ask_about(self, draft: Request) -> Request:
        """Ask for something that is about no answer, such as not telling the family."""
        request = self._numbered(self._placed(draft, self._team()))
        self._record("request_made", request, detail=f"{request.kind} {request.ref}")
        self._post(request)
        return request

    def ask_question(self, words: str) -> Request:
        """Ask the supervisors of this worker's team in words. Raises Refusal."""
        _words_given(words)
        return self.ask_about(steps.question_of(self.person, words, self.local, self.now))

    def ask(self, matter: Matter, *, needed_by: str, after_the_fact: bool) -> Request:
        """Ask for a second pair of eyes; the one that was asked for already, if it was. Raises Refusal."""
        kind = review_required(matter, matter.decision(), self.wanted)
        if kind is None:
            raise Refusal("not_needed")
        standing = standing_request(self.unit, matter)
        if standing:
            return standing
        request = self._kept(matter, kind, needed_by, after_the_fact=after_the_fact)
        self._record("request_made", request, detail=f"{kind} {request.ref}{' urgent' if after_the_fact else ''}")
        self._post(request)
        return request

    def choose_team(self, request: Request, channel: str) -> Request:
        """Put it in the channel of the team that the worker says is theirs, and keep that for the next.

        Whatever else of theirs waits for the same answer goes there too. Raises Refusal for any other channel.
        """
        if channel not in dict(request.teams) or channel not in [one.id for one in self.unit.channels(request.tenant)]:
            raise Refusal("no_such_team")
        waiting = [one for one in self.mine() if one.is_open and channel in dict(one.teams)]
        for one in map(from_stored, self.unit.hold_requests(to_stored(each) for each in waiting)):
            if one.is_open and not one.channel:
                placed = self._placed(one, TeamFound(channel))
                self.save_change(one, placed, "team_chosen")
                self._post(placed)
        return self.own(request.id)

    def withdraw(self, request: Request, *, why: str = "request_withdrawn") -> Request:
        """Withdraw it; the channel's card says so. Raises Refusal.

        It may have gone to the wrong team: where the roster does not say, the worker is asked again for the next.
        """
        withdrawn = self.save_change(request, steps.withdraw(request, self.now), why)
        if request.channel and len(self.unit.channels(request.tenant)) > 1:
            self.unit.forget_workers_channel(request.asker)
        return withdrawn

    def answer_back(self, request: Request, words: str) -> Request:
        """Answer what the supervisor asked; they are told in their own chat. Raises Refusal."""
        _words_given(words)
        answered = stood_in(self.unit, steps.answer_back(request, words, self.local, self.now))
        changed = self.save_change(request, answered, "answered_back")
        self.tell_supervisor(changed)
        self.schedule(changed)
        return changed

    def nudge(self, request: Request) -> Request:
        """Say in the channel that it still waits; within the hour it is returned as it is. Raises Refusal."""
        if not steps.require_open(request).channel:
            raise Refusal("not_in_channel")
        if not steps.may_be_said_again(request, self.now):
            return request
        said = replace(request, posted_at=self.now, not_posted=False)
        self.unit.change_request(to_stored(said), was=request.state)
        self._record("nudged", said)
        self.posting.prompt(said)
        return said

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
            if not still_holds(request, requested_matter(request), matter):
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
            steps.require_no_part(request, self.person)
            self._require_decider(request.channel)
            steps.require_open(request)
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
            changed = steps.ask_back(request, self.person, reason, self.local, self.now)
        else:
            changed = steps.decide_request(request, self.person, reason, self.now, agreed=verdict is Verdict.AGREE)
        kept = self.save_change(request, changed, {"agree": "agreed", "ask": "more_asked"}.get(verdict, "not_agreed"))
        self.tell_worker(kept)
        return kept

    def hand_to(self, request_id: str, supervisor: str) -> Request:
        """Pass it to another supervisor of the channel, who is told in their own chat. Raises Refusal, recorded."""
        request = self.to_decide(request_id)
        named = {one.object_id: one.name for one in self.unit.supervisors(request.channel)}
        takes_part = f"{request.tenant}/{supervisor}" in request.askers
        if supervisor not in named or takes_part or self.unit.absence(f"{request.tenant}/{supervisor}"):
            self._record("refused", request, detail="hand_to")
            raise Refusal("not_theirs_to_take")
        changed = self.save_change(
            request, steps.hand_to(request, supervisor, named[supervisor], self.now), "handed_on"
        )
        self.tell_supervisor(changed)
        return changed

    def waiting_for_me(self) -> list[Request]:
        """Return what waits in the channels of this supervisor, the longest waiting first."""
        found = [from_stored(one) for channel in self.supervised() for one in self.unit.open_requests(channel)]
        return sorted(found, key=lambda request: request.asked_at)

    def mine(self) -> list[Request]:
        """Return what this worker asked, the newest first."""
        return [from_stored(one) for one in self.unit.requests_of_asker(self.person.key)]

    # Shared by both

    def post_waiting(self, channel: StoredChannel) -> tuple[int, int]:
        """Post what waited for this channel to be set up; ask those whose team nobody knows. Returns how many of each.

        What waits may be another team's: it goes where the roster says, or where it was before, and nowhere by itself.
        """
        waiting = [from_stored(one) for one in self.unit.requests_without_channel(channel.tenant_id)]
        found = {one.id: self._team_of_waiting(one, channel) for one in waiting}
        posted = asked = 0
        for request in map(from_stored, self.unit.hold_requests(to_stored(one) for one in waiting)):
            if not request.is_open or request.channel:
                continue
            placed = self._placed(request, found[request.id])
            self.unit.change_request(to_stored(placed), was=request.state)
            if placed.channel:
                self._post(placed)
                self.tell_worker(placed)
                posted += placed.channel == channel.id
            elif placed.teams != request.teams:
                self.tell_worker(placed)
                asked += 1
        return posted, asked

    def _team_of_waiting(self, request: Request, channel: StoredChannel) -> TeamFound:
        before = self.unit.channel(request.left) if request.left else None
        if before and (before.id == channel.id or (before.team_id and before.team_id == channel.team_id)):
            return TeamFound(channel.id)
        return find_team(self.unit, self.lookups, request.tenant, request.asker)

    def _placed(self, request: Request, found: TeamFound) -> Request:
        """Return the request as it goes to the team that was found, or as its worker is asked which."""
        channel = self.unit.channel(found.channel) if found.channel else None
        if channel is None:
            return replace(request, teams=found.choices)
        self.unit.set_workers_channel(request.asker, channel.id)
        placed = steps.put_in(request, channel.id, team_name(channel), self.now)
        return replace(placed, all_back_on=first_back(self.unit, channel))

    def _post(self, request: Request) -> None:
        """Post it in its channel, if it has one: at once, or with the day's other reviews where it could not wait."""
        if request.channel and not request.goes_ahead:
            self.posting.prompt(request)
        self.schedule(request)

    def leave(self, channel: StoredChannel) -> None:
        """The bot is no longer in this channel: what waits there is kept, and those who asked are told."""
        self.unit.save_channel(replace(channel, gone=True))
        self.unit.record(self.person.object_id, "channel_left", channel.id, tenant=channel.tenant_id)
        for stored in self.unit.hold_requests(self.unit.open_requests(channel.id)):
            request = steps.take_out(from_stored(stored), self.now)
            if not request.is_open or stored.channel_id != channel.id:
                continue
            self.unit.change_request(to_stored(request), was=stored.state)
            self.tell_worker(request)
            self.schedule(request)

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
            needed_by=needed_by,
            after_the_fact=after_the_fact,
        )
        return self._numbered(self._placed(draft, self._team()))

    def _numbered(self, draft: Request) -> Request:
        """Keep it under a number that no other request has."""
        most = FEWEST * 10 - 1
        while True:
            request = replace(draft, number=FEWEST + secrets.randbelow(most - FEWEST + 1))
            if self.unit.add_request(to_stored(request)):
                return request
            most = min(MOST_NOTICED, most * 10 + 9)

    def _team(self) -> TeamFound:
        """Return where this worker's requests go now. Raises Unanswered."""
        return find_team(self.unit, self.lookups, self.person.tenant, self.person.key)

    def save_change(self, request: Request, changed: Request, what: str) -> Request:
        """Save the change unless the request has changed since it was read; show it in the channel. Raises Refusal."""
        if not self.unit.change_request(to_stored(changed), was=request.state):
            self._record("refused", request, detail="already_answered")
            raise Refusal("already_answered")
        self._record(what, changed)
        self.redraw_cards(changed)
        return changed

    def supervised(self) -> frozenset[str]:
        """Return the channels in which this person may decide now, by name or as a member. Raises Unanswered."""
        named = self.unit.supervised_channels(self.person.tenant, self.person.object_id)
        others = [one for one in self.unit.channels(self.person.tenant) if one.members_decide and one.id not in named]
        asked = {one.id: question for one in others if (question := self._is_member(one.id))}
        self.lookups.need(*asked.values())
        return frozenset((*named, *(id for id, one in asked.items() if self.lookups.membership(one) == "member")))

    def _require_decider(self, channel_id: str) -> None:
        """Raise Refusal for whoever may not decide in this channel at this moment. Raises Unanswered."""
        if channel_id in self.unit.supervised_channels(self.person.tenant, self.person.object_id):
            return
        channel = self.unit.channel(channel_id) if channel_id else None
        if channel is None or channel.gone or not channel.members_decide:
            raise Refusal("not_supervisor")
        question = self._is_member(channel_id)
        is_in = self.lookups.membership(question) if question else Membership.UNKNOWN
        if is_in is not Membership.MEMBER:
            raise Refusal("not_member" if is_in is Membership.STRANGER else "roster_unknown")

    def _is_member(self, channel_id: str) -> IsMember | None:
        address = self.unit.address_as_it_is(channel_id)
        who = self.user_id or self.person.object_id
        return IsMember(replace(address, user_id="", user_object_id=""), who) if address else None

    def tell_again(self, request_id: str) -> bool:
        """Tell this person the status again, since a card of it did not arrive. Returns False if it is not for them."""
        stored = self.unit.request(request_id)
        request = from_stored(stored) if stored else None
        if request is None:
            return False
        if request.asker == self.person.key:
            self.tell_worker(request)
            return True
        decides = request.assigned_to == self.person.object_id and request.channel in self.supervised()
        if decides and request.is_open:
            self.tell_supervisor(request)
        return decides and request.is_open

    def _record(self, what: str, request: Request, *, detail: str = "") -> None:
        self.unit.record(
            self.person.object_id, what, str(request.number), tenant=self.person.tenant, detail=detail or request.ref
        )


def _words_given(words: str) -> None:
    if not words.strip():
        raise Refusal("reason_missing")
    if len(words) > LONGEST_REASON:
        raise Refusal("reason_too_long")
