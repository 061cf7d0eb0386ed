"""What comes due: a request that nobody answered, and the day's reviews after the fact.

A reminder holds the request's id and how often it was reminded of. It does something only while that is still so:
carried out twice, after a kill in between, it does it once.
"""

from dataclasses import replace
from typing import Any

from bot.approvals.digests import AGAIN as DIGEST_AGAIN
from bot.approvals.digests import KIND as DIGEST
from bot.approvals.digests import about_digest, list_together, redraw_digest
from bot.approvals.stored import from_stored, to_stored
from bot.config.council import CouncilSettings, council_for_cards
from bot.config.working_time import add_working_hours, from_london_time, next_opening, to_london_time
from bot.follow_ups.reminders import follow_up_due
from bot.matters import MatterRepository
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork
from cards.rendering import render_card
from dialogs.approvals.request import Request, RequestState
from dialogs.approvals.screens import PAGE, ChannelPrompt, StillWaiting, WorkersRequest
from dialogs.engine.matter import Matter
from dialogs.placement import FOLLOW_UP
from dialogs.screens import Screen, Shown
from dialogs.text.dates import read_clock

REMINDED, ESCALATED = 1, 2


class Reminders:
    """Takes what comes due, in transactions of its own. The sender that called looks at the outbox again by itself."""

    def __init__(self, storage: Storage, council: CouncilSettings) -> None:
        self._storage = storage
        self._council = council

    async def handle_due(self, about: dict[str, Any]) -> None:
        """Carry out one reminder. Raises StorageUnavailable; it is then tried again."""
        await self._storage.transact(
            lambda unit: DueInUnit(unit, self._council).take(about), conversation_id=str(about.get("channel", ""))
        )


class DueInUnit:
    """One reminder within one transaction."""

    def __init__(self, unit: UnitOfWork, council: CouncilSettings) -> None:
        self._unit = unit
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
            follow_up_due(self._unit, self._council, str(about["id"]), int(about["reminded"]), self._post)

    def not_posted(self, card_id: str, *, in_doubt: bool = False) -> None:
        """The prompt of a request did not get into the channel, or perhaps not: the worker is told."""
        card = self._unit.card(card_id)
        stored = self._unit.request(card.matter_id) if card and card.kind == "prompt" else None
        request = from_stored(stored) if stored else None
        if request and request.is_open:
            self._tell_worker(request, StillWaiting(request, not_posted=True, in_doubt=in_doubt))

    def _request(self, request_id: str, reminded: int) -> None:
        stored = self._unit.request(request_id)
        request = from_stored(stored) if stored else None
        if request is None or not request.is_open or request.reminded != reminded:
            return
        following = replace(request, reminded=reminded + 1)
        self._unit.change_request(to_stored(following), was=request.state)
        if request.state is RequestState.MORE_ASKED:
            self._tell_worker(following, WorkersRequest(following, self._theirs(following)))
        elif following.reminded == REMINDED:
            self._post(request.channel, following.id, "prompt", ChannelPrompt(following))
        else:
            self._escalate(following)
        self._record("reminded" if following.reminded == REMINDED else "escalated", following)
        if following.reminded < ESCALATED:
            schedule(self._unit, self._council, following)

    def _escalate(self, request: Request) -> None:
        """Every supervisor of the channel hears of it in their own chat; the worker is told to ring."""
        for one in self._unit.supervisors(request.channel):
            chat = self._unit.personal_conversation(request.tenant, one.object_id)
            if chat and f"{request.tenant}/{one.object_id}" not in request.askers:
                self._post(chat, request.id, "escalated", StillWaiting(request, to_supervisor=True))
        self._tell_worker(request, StillWaiting(request))

    def _digest(self, channel: str) -> None:
        """What could not wait, once a day, in one card; what an earlier version kept as such by itself."""
        held = self._unit.hold_requests(self._unit.open_requests(channel))
        open_now = [one for one in map(from_stored, held) if one.is_open]
        fresh = [replace(one, reminded=REMINDED) for one in open_now if one.after_the_fact and not one.reminded]
        for one in fresh:
            if not one.goes_ahead:
                self._unit.change_request(to_stored(one), was=one.state)
                self._post(channel, one.id, "prompt", ChannelPrompt(one))
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
            self._post(chat, request.id, "outcome", screen)

    def _post(self, conversation: str, about: str, kind: str, screen: Screen) -> None:
        card = self._unit.add_card(conversation, about, kind)
        self._unit.post_card(card, self._draw(screen))

    def _draw(self, screen: Screen) -> dict[str, Any]:
        return render_card(Shown(screen), self._shown, self._now)

    def _record(self, what: str, request: Request) -> None:
        self._unit.record("reminder", what, str(request.number), tenant=request.tenant, detail=request.ref)


def schedule(unit: UnitOfWork, council: CouncilSettings, request: Request) -> None:
    """Ask to be reminded of this request: after the settings' working hours, or when it is needed if that is sooner."""
    if not request.channel:
        return
    if request.goes_ahead:
        unit.remind(request.channel, {"what": "digest", "channel": request.channel}, next_opening(council, unit.now))
        return
    hours = council.remind_after_hours if request.reminded == 0 else council.escalate_after_hours
    due = add_working_hours(council, unit.now, hours)
    needed_by = read_clock(request.needed_by, to_london_time(unit.now).date())
    if needed_by and from_london_time(needed_by) > unit.now:
        due = min(due, from_london_time(needed_by))
    unit.remind(request.channel, {"what": "request", "id": request.id, "reminded": request.reminded}, due)
