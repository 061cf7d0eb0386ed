"""What comes due: a request that nobody answered, and the day's reviews after the fact.

A reminder holds the request's id and how often it was reminded of. It does something only while that is still so:
carried out twice, after a kill in between, it does it once.
"""

from typing import Any

from msgspec.structs import replace

from bot.approvals.deputies import first_back
from bot.approvals.digests import AGAIN as DIGEST_AGAIN
from bot.approvals.digests import KIND as DIGEST
from bot.approvals.digests import about_digest, list_together, redraw_digest
from bot.approvals.posting import Posting
from bot.approvals.stored import from_stored, to_stored
from bot.config.council import CouncilSettings, council_for_cards
from bot.config.working_time import add_working_hours, from_london_time, next_opening, to_london_time
from bot.follow_ups.reminders import follow_up_due
from bot.lookups import Lookups, OpenChat, Roster, answered
from bot.matters import MatterRepository
from bot.storage.records import StoredCard
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork
from cards.rendering import render_card
from dialogs.approvals.request import Request, RequestState
from dialogs.approvals.screens import PAGE, StillWaiting, WorkersRequest
from dialogs.engine.matter import Matter
from dialogs.placement import DETAIL, ESCALATED, FOLLOW_UP, OUTCOME, PROMPT
from dialogs.screens import Screen, Shown
from dialogs.text.dates import read_clock

REMINDED = 1


class Reminders:
    """Takes what comes due, in transactions of its own. The sender that called looks at the outbox again by itself."""

    def __init__(self, storage: Storage, council: CouncilSettings, teams: Roster) -> None:
        self._storage = storage
        self._council = council
        self._teams = teams

    async def handle_due(self, about: dict[str, Any]) -> None:
        """Carry out one reminder. Raises StorageUnavailable; it is then tried again."""
        await answered(
            lambda work: self._storage.transact(work, conversation_id=str(about.get("channel", ""))),
            lambda unit, lookups: DueInUnit(unit, self._council, lookups).take(about),
            self._teams,
        )


class DueInUnit:
    """One reminder within one transaction."""

    def __init__(self, unit: UnitOfWork, council: CouncilSettings, lookups: Lookups) -> None:
        self._unit = unit
        self._lookups = lookups
        self._council = council
        self._now = to_london_time(unit.now)
        self._shown = council_for_cards(council, self._now)

    def take(self, about: dict[str, Any]) -> None:
        """Carry it out, if it still is as it was."""
        if about.get("what") == "digest":
            self._digest(str(about["channel"]))
        elif about.get("what") == DIGEST_AGAIN:
            self._digest_again(str(about["id"]))
        elif about.get("what") == "request":
            self._request(str(about["id"]), int(about["reminded"]))
        elif about.get("what") == FOLLOW_UP:
            follow_up_due(self._unit, self._council, self._lookups, about, self._post)

    def not_posted(self, card_id: str, *, in_doubt: bool = False) -> None:
        """What a request left to be posted did not arrive, or perhaps not. Raises Unanswered.

        Where it was the channel's, the worker is told at once and the supervisors in their own chats; where it was the
        card of the supervisor who was to answer, the channel hears again.
        """
        card = self._unit.card(card_id)
        for request in self._shown_on(card) if card else []:
            if card and card.kind == DETAIL:
                if request.assigned_to == self._unit.reader_of(card.conversation_id) and not in_doubt:
                    self._give_back(request)
            else:
                self._not_in_channel(request, in_doubt=in_doubt)

    def _shown_on(self, card: StoredCard) -> list[Request]:
        """The open requests that a card shows: one, or all on a digest."""
        ids: tuple[str, ...] = (card.matter_id,) if card.kind in (PROMPT, DETAIL) else ()
        first = self._unit.request_as_it_is(card.matter_id.partition("/")[2]) if card.kind == DIGEST else None
        if first:
            ids = from_stored(first).listed_with
        listed = filter(None, map(self._unit.request_as_it_is, ids))
        return [request for request in map(from_stored, self._unit.hold_requests(listed)) if request.is_open]

    def _not_in_channel(self, request: Request, *, in_doubt: bool) -> None:
        if not in_doubt:
            request = replace(request, not_posted=True)
            self._unit.change_request(to_stored(request), was=request.state)
        said = StillWaiting(request, not_posted=True, in_doubt=in_doubt)
        self._tell_worker(request, said if in_doubt else self._tell_supervisors(said))

    def _give_back(self, request: Request) -> None:
        """The supervisor who had it cannot be reached: any other may take it, and the worker knows who has it."""
        if not request.channel or request.state is not RequestState.WAITING:
            return
        free = replace(request, assigned_to="", assigned_name="", posted_at=self._unit.now, held_since=self._unit.now)
        self._unit.change_request(to_stored(free), was=request.state)
        self._posting.prompt(free)
        self._tell_worker(free, StillWaiting(free, not_told=(request.assigned_name,)))
        self._record("given_back", free)

    def _request(self, request_id: str, reminded: int) -> None:
        stored = self._unit.request(request_id)
        request = from_stored(stored) if stored else None
        if request is None or not request.is_open or request.reminded != reminded:
            return
        following = replace(request, reminded=reminded + 1)
        asks_channel = request.state is RequestState.WAITING and bool(request.channel)
        if asks_channel:
            channel = self._unit.channel(request.channel)
            back = first_back(self._unit, channel) if channel else ""
            following = replace(following, posted_at=self._unit.now, not_posted=False, all_back_on=back)
        self._unit.change_request(to_stored(following), was=request.state)
        if request.state is RequestState.MORE_ASKED or request.teams:
            self._tell_worker(following, WorkersRequest(following, self._theirs(following)))
        elif not asks_channel:
            self._tell_worker(following, StillWaiting(following, not_posted=True))
        else:
            self._posting.prompt(following)
            self._record("reminded", following)
        if asks_channel and following.reminded > REMINDED:
            self._escalate(following)
        if following.reminded > REMINDED or not asks_channel:
            self._record("escalated" if following.reminded > REMINDED else "reminded", following)
        schedule(self._unit, self._council, following)

    def _escalate(self, request: Request) -> None:
        """Every supervisor of the channel hears of it in their own chat; the worker is told to ring."""
        self._tell_worker(request, self._tell_supervisors(StillWaiting(request)))

    def _tell_supervisors(self, said: StillWaiting) -> StillWaiting:
        """Tell each in their own chat that it waits; return the same with who was told, and who was not and why."""
        request = said.request
        named = {one.object_id: one.name for one in self._unit.supervisors(request.channel)}
        others = [id for id in named if f"{request.tenant}/{id}" not in request.askers]
        away = [id for id in others if self._unit.absence(f"{request.tenant}/{id}")]
        chats = {id: self._chat_with(id, request) for id in others if id not in away}
        for chat in filter(None, chats.values()):
            self._posting.post(chat, request.id, ESCALATED, StillWaiting(request, to_supervisor=True))
        return replace(
            said,
            told=tuple(named[id] for id, chat in chats.items() if chat),
            not_told=tuple(named[id] for id, chat in chats.items() if not chat),
            away=tuple(named[id] for id in away),
        )

    def _chat_with(self, object_id: str, request: Request) -> str:
        known = self._unit.personal_conversation(request.tenant, object_id)
        address = None if known else self._unit.address_as_it_is(request.channel)
        if known or address is None:
            return known
        return self._lookups.chat(OpenChat(replace(address, user_id="", user_object_id=""), object_id))

    def _digest(self, channel: str) -> None:
        """What could not wait, once a day, in one card; what an earlier version kept as such by itself."""
        held = self._unit.hold_requests(self._unit.open_requests(channel))
        open_now = [one for one in map(from_stored, held) if one.is_open]
        fresh = [replace(one, reminded=REMINDED) for one in open_now if one.after_the_fact and not one.reminded]
        for one in fresh:
            if not one.goes_ahead:
                self._unit.change_request(to_stored(one), was=one.state)
                self._posting.prompt(one)
                schedule(self._unit, self._council, one)
        ahead = [one for one in fresh if one.goes_ahead]
        for place in range(0, len(ahead), PAGE):
            digest = list_together(self._unit, ahead[place : place + PAGE])
            self._post(channel, about_digest(digest.requests[0]), DIGEST, digest)

    def _digest_again(self, request_id: str) -> None:
        stored = self._unit.request(request_id)
        if stored:
            redraw_digest(self._unit, from_stored(stored), self._draw)

    def _theirs(self, request: Request) -> Matter | None:
        """The matter as it is now, None when the worker deleted it."""
        return MatterRepository(self._unit, request.asker).find(request.matter_id)

    def _tell_worker(self, request: Request, screen: Screen) -> None:
        chat = self._unit.personal_conversation(request.tenant, request.asker.partition("/")[2])
        if chat:
            self._post(chat, request.id, OUTCOME, screen)

    @property
    def _posting(self) -> Posting:
        return Posting(self._unit, self._draw)

    def _post(self, conversation: str, about: str, kind: str, screen: Screen) -> None:
        self._posting.post(conversation, about, kind, screen)

    def _draw(self, screen: Screen) -> dict[str, Any]:
        return render_card(Shown(screen), self._shown, self._now)

    def _record(self, what: str, request: Request) -> None:
        self._unit.record("reminder", what, str(request.number), tenant=request.tenant, detail=request.ref)


def schedule(unit: UnitOfWork, council: CouncilSettings, request: Request) -> None:
    """Ask to be reminded of this request, as long as it is open and wherever it is.

    After the settings' working hours, or when it is needed if that is sooner; once all have been told, each working
    morning.
    """
    where = request.channel or unit.personal_conversation(request.tenant, request.asker.partition("/")[2])
    if not where:
        return
    if request.goes_ahead and request.channel:
        unit.remind(where, {"what": "digest", "channel": where}, next_opening(council, unit.now))
        return
    hours = {0: council.remind_after_hours, REMINDED: council.escalate_after_hours}.get(request.reminded)
    due = add_working_hours(council, unit.now, hours) if hours else next_opening(council, unit.now)
    needed_by = read_clock(request.needed_by, to_london_time(unit.now).date())
    if needed_by and from_london_time(needed_by) > unit.now:
        due = min(due, from_london_time(needed_by))
    unit.remind(where, {"what": "request", "id": request.id, "reminded": request.reminded}, due)
