"""What can be written to the bot in a channel: where requests go, and who may answer them there."""

import re
from dataclasses import dataclass, replace

from bot.approvals.service import ApprovalService
from bot.config.council import CouncilSettings
from bot.incoming import Incoming, Mention
from bot.storage.records import StoredChannel, StoredSupervisor
from bot.storage.unit_of_work import UnitOfWork

HERE = re.compile(r"(?i)\s*approvals\s+here\W*")
SUPERVISORS = re.compile(r"(?i)\s*supervisors?\b\s*(add|remove)?\b.*", re.DOTALL)


def names_people(text: str) -> bool:
    """Whether those mentioned have to be known by their Entra object ids to carry this out."""
    found = SUPERVISORS.fullmatch(text)
    return bool(found and found.group(1))


def is_command(text: str) -> bool:
    """Whether this is something that can be written to the bot in a channel."""
    return bool(HERE.fullmatch(text) or SUPERVISORS.fullmatch(text))


def channel_of(conversation_id: str) -> str:
    """The channel of a thread in it."""
    return conversation_id.partition(";")[0]


@dataclass(frozen=True, slots=True)
class ChannelNotice:
    """A sentence of our own in a channel: what was set up, or why something was not done."""

    name: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelCommands:
    """One message to the bot in a channel, within one transaction."""

    unit: UnitOfWork
    incoming: Incoming
    council: CouncilSettings
    approvals: ApprovalService

    def take(self) -> ChannelNotice | None:
        """What it comes to; None when it is none of these commands."""
        text = self.incoming.text
        if HERE.fullmatch(text):
            return self._here()
        found = SUPERVISORS.fullmatch(text)
        if not found:
            return None
        if self._channel() is None:
            return ChannelNotice("not_set")
        action = (found.group(1) or "").lower()
        return self._named(action) if action else self._listed()

    def _here(self) -> ChannelNotice:
        if not self._is_administrator():
            return self._refused("approvals_here")
        person, address = self.approvals.person, self.incoming.address
        channel_id = channel_of(address.conversation_id)
        self.unit.save_conversation(replace(address, conversation_id=channel_id))
        channel = StoredChannel(
            channel_id, person.tenant, self.incoming.team_id, self.incoming.team_name, person.object_id, self.unit.now
        )
        if self._channel() is None:
            self.unit.save_channel(channel)
            self._record("channel_set")
        waiting = self.approvals.post_waiting(channel_id, person.tenant)
        return ChannelNotice("set_waiting", (("count", str(waiting)),)) if waiting else ChannelNotice("set")

    def _named(self, action: str) -> ChannelNotice:
        if not self._is_administrator():
            return self._refused(f"supervisors_{action}")
        people = self.incoming.mentions
        if not people:
            return ChannelNotice("nobody_named")
        if any(not person.object_id for person in people):
            return ChannelNotice("unknown_person")
        for person in people:
            self._add_or_remove(action, person)
        return ChannelNotice("added" if action == "add" else "removed", (("names", _names(people)),))

    def _add_or_remove(self, action: str, person: Mention) -> None:
        channel_id = channel_of(self.incoming.address.conversation_id)
        if action == "add":
            changed = self.unit.add_supervisor(StoredSupervisor(channel_id, person.object_id, person.name))
        else:
            changed = self.unit.remove_supervisor(channel_id, person.object_id)
        if changed:
            self._record(f"supervisor_{'added' if action == 'add' else 'removed'}", detail=person.object_id)

    def _listed(self) -> ChannelNotice:
        named = self.unit.supervisors(channel_of(self.incoming.address.conversation_id))
        if not named:
            return ChannelNotice("none_listed")
        return ChannelNotice("listed", (("names", _names([Mention("", one.name) for one in named])),))

    def _channel(self) -> StoredChannel | None:
        found = self.unit.channel(channel_of(self.incoming.address.conversation_id))
        return None if found is None or found.gone else found

    def _is_administrator(self) -> bool:
        return self.approvals.person.object_id.lower() in self.council.administrators

    def _refused(self, what: str) -> ChannelNotice:
        self._record("refused", detail=what)
        return ChannelNotice("not_admin")

    def _record(self, what: str, *, detail: str = "") -> None:
        person, channel = self.approvals.person, channel_of(self.incoming.address.conversation_id)
        self.unit.record(person.object_id, what, channel, tenant=person.tenant, detail=detail)


def _names(people: "list[Mention] | tuple[Mention, ...]") -> str:
    """Colleagues' names with nothing in them that a client could take for a mark or a link."""
    plain = ("".join(c for c in one.name if c.isalnum() or c in " .'-").strip() for one in people)
    return ", ".join(name or "someone without a name" for name in plain)
