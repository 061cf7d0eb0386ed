"""Supervisors who are away: they say until when, and what waits for them goes to a deputy."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from bot.approvals.deputies import first_back, stood_in
from bot.approvals.service import ApprovalService
from bot.approvals.stored import from_stored, to_stored
from bot.config.working_time import to_london_time
from bot.storage.records import StoredAbsence
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Person, Refusal, Request, RequestState
from dialogs.approvals.screens import StandsIn
from dialogs.placement import TOLD


@dataclass(frozen=True, slots=True)
class Absences:
    """One supervisor's own absence, within one transaction."""

    approvals: ApprovalService

    @property
    def unit(self) -> UnitOfWork:
        """The transaction."""
        return self.approvals.unit

    @property
    def person(self) -> Person:
        """The supervisor."""
        return self.approvals.person

    def deputies(self) -> tuple[tuple[str, str], ...]:
        """Return the ids and names of possible deputies: the other supervisors named beside this person."""
        tenant, me = self.person.tenant, self.person.object_id
        beside = (
            one for channel in self.unit.supervised_channels(tenant, me) for one in self.unit.supervisors(channel)
        )
        found = {one.object_id: one.name for one in beside if one.object_id != me}
        return tuple((id, name) for id, name in found.items() if not self.unit.absence(f"{tenant}/{id}"))

    @property
    def is_named(self) -> bool:
        """Whether this person is a supervisor of some channel by name."""
        return bool(self.unit.supervised_channels(self.person.tenant, self.person.object_id))

    def own(self) -> StoredAbsence | None:
        """Return until when this person is away, or None."""
        return self.unit.absence(self.person.key)

    def go_away(self, until: datetime, deputy: str) -> None:
        """Note it down; what waits for this person goes to the deputy, who is told. Raises Refusal, Unanswered."""
        named = dict(self.deputies())
        if deputy not in named and (deputy or named):
            raise Refusal("deputy_missing")
        self.come_back(replaced=True)
        self.unit.save_absence(StoredAbsence(self.person.key, until, deputy, named.get(deputy, "")))
        self.unit.record(self.person.object_id, "away", "", tenant=self.person.tenant, detail=deputy)
        self._tell_deputy(deputy, StandsIn(self.person.name, to_london_time(until).date().isoformat()))
        for request in self._waiting_where_named():
            if request.assigned_to == self.person.object_id:
                self._pass_on(request)
            elif request.all_back_on:
                self.approvals.tell_worker(request)

    def _waiting_where_named(self) -> Iterator[Request]:
        """Yield the open requests of their channels, each with the day on which someone is back where all are away."""
        for id in self.unit.supervised_channels(self.person.tenant, self.person.object_id):
            channel = self.unit.channel(id)
            all_back_on = first_back(self.unit, channel) if channel else ""
            for request in map(from_stored, self.unit.hold_requests(self.unit.open_requests(id))):
                if request.channel != id or not request.is_open:
                    continue
                known = replace(request, all_back_on=all_back_on)
                if known != request:
                    self.unit.change_request(to_stored(known), was=request.state)
                yield known

    def _pass_on(self, request: Request) -> None:
        passed = replace(stood_in(self.unit, request), held_since=self.approvals.now)
        self.approvals.save_change(request, passed, "handed_on")
        if passed.state is RequestState.WAITING:
            self.approvals.tell_supervisor(passed)

    def come_back(self, *, replaced: bool = False) -> None:
        """End this person's absence, if there is one; the deputy is told."""
        absence = self.own()
        if absence is None:
            return
        self.unit.delete_absence(self.person.key)
        self._tell_deputy(absence.deputy_id, StandsIn(self.person.name))
        if not replaced:
            self.unit.record(self.person.object_id, "back", "", tenant=self.person.tenant)
            for _ in self._waiting_where_named():
                pass  # each knows from now on that someone is there

    def _tell_deputy(self, deputy: str, screen: StandsIn) -> None:
        channels = self.unit.supervised_channels(self.person.tenant, self.person.object_id) if deputy else []
        chat = self.approvals.chat_with(deputy, channels[0]) if channels else ""
        if chat:
            self.approvals.posting.post(chat, f"stands-in/{self.person.key}", TOLD, screen)
