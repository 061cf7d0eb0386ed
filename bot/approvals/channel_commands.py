"""What can be written to the bot in a channel: where requests go, and who may answer them there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from bot.approvals.service import ApprovalService
from bot.config.council import CouncilSettings
from bot.incoming import Incoming, Mention
from bot.lookups import Lookups, Names
from bot.storage.records import StoredChannel, StoredSupervisor
from bot.storage.unit_of_work import UnitOfWork

HERE = re.compile(r"(?i)\s*(?:please\s+)?approvals\s+here(?:\W+please)?\W*")
SUPERVISORS = re.compile(
    r"(?i)\s*(?:supervisors?\b\s*(?P<named>add|remove)?\b|(?P<first>add|remove)\s+supervisors?\b).*", re.DOTALL
)
MEMBERS = re.compile(
    r"(?i)\s*(?:all\s+)?members\s+(?:(?:can|may)\s+)?(not\s+|do\s+not\s+|don['\u2019]t\s+|can['\u2019]t\s+)?decide\W*"
)
PRIVATE = "private"


def names_people(text: str) -> bool:
    """Whether those mentioned have to be known by their Entra object ids to carry this out."""
    found = SUPERVISORS.fullmatch(text)
    return bool(found and _change(found))


def _change(found: re.Match[str]) -> str:
    """Whether supervisors are added or removed; "" where they are listed."""
    return (found["named"] or found["first"] or "").lower()


def is_command(text: str) -> bool:
    """Whether this is something that can be written to the bot in a channel."""
    return any(command.fullmatch(text) for command in (HERE, SUPERVISORS, MEMBERS))


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

    def take(self) -> list[ChannelNotice]:
        """Return the answer to a channel command; empty for any other text. Raises Unanswered."""
        text = self.incoming.text
        if HERE.fullmatch(text):
            return self._here()
        members, found = MEMBERS.fullmatch(text), SUPERVISORS.fullmatch(text)
        if not members and not found:
            return []
        channel = self._channel()
        if channel is None:
            return [ChannelNotice("not_set")]
        if members:
            return [self._members(channel, may=not members.group(1))]
        action = _change(found) if found else ""
        return self._named(channel, action) if action else self._listed(channel)

    def _here(self) -> list[ChannelNotice]:
        if not self._is_administrator():
            return [self._refused("approvals_here")]
        channel = self._channel() or self._set_up()
        posted, asked = self.approvals.post_waiting(channel)
        said = [ChannelNotice("set_waiting", (("count", str(posted)),)) if posted else ChannelNotice("set")]
        if asked:
            said.append(ChannelNotice("set_asked", (("count", str(asked)),)))
        if not channel.members_decide:
            listed = self.unit.supervisors(channel.id)
            said.append(with_names("listed", (one.name for one in listed)) if listed else ChannelNotice("name_them"))
        return said

    def _set_up(self) -> StoredChannel:
        """Set the channel up. Whoever could decide in it before the bot was taken out has to be named again."""
        person, address, incoming = self.approvals.person, self.incoming.address, self.incoming
        channel_id = channel_of(address.conversation_id)
        self.unit.save_conversation(replace(address, conversation_id=channel_id))
        named = self._names()
        channel = StoredChannel(channel_id, person.tenant, incoming.team_id, named, person.object_id, self.unit.now)
        self.unit.save_channel(channel)
        for before in self.unit.supervisors(channel_id):
            self._record("supervisor_removed", detail=before.object_id)
        self.unit.remove_supervisors(channel_id)
        self._record("channel_set")
        return channel

    def _names(self) -> str:
        """The name of the team and of the channel; Teams rarely sends them with a message."""
        team, channel = self.incoming.team_name, self.incoming.channel_name
        if self.incoming.team_id and not (team and channel):
            said = self._lookups.names(self._question)
            team, channel = team or said.team, channel or said.channel
        return plain(": ".join(filter(None, (team, channel))), besides=":")

    def _members(self, channel: StoredChannel, *, may: bool) -> ChannelNotice:
        """All members of a private channel may decide, or no longer; who is one is looked up at each press."""
        if not self._is_administrator():
            return self._refused("members_decide")
        if may and (self.incoming.channel_kind or self._lookups.names(self._question).kind) != PRIVATE:
            return ChannelNotice("not_private")
        if may != channel.members_decide:
            self.unit.save_channel(replace(channel, members_decide=may))
            self._record("members_decide" if may else "members_do_not_decide")
        return ChannelNotice("members_decide" if may else "only_named")

    @property
    def _lookups(self) -> Lookups:
        return self.approvals.lookups

    @property
    def _question(self) -> Names:
        address = replace(self.incoming.address, conversation_id=channel_of(self.incoming.address.conversation_id))
        return Names(replace(address, user_id="", user_object_id=""), self.incoming.team_id)

    def _named(self, channel: StoredChannel, action: str) -> list[ChannelNotice]:
        """Add or take off those who are mentioned; each is told in their own chat, and nobody is left out unsaid."""
        if not self._is_administrator():
            return [self._refused(f"supervisors_{action}")]
        known = [person for person in self.incoming.mentions if person.object_id]
        unknown = [person.name for person in self.incoming.mentions if not person.object_id]
        if not self.incoming.mentions:
            return [ChannelNotice("nobody_named")]
        chats = {one.object_id: self._chat(one) for one in known} if action == "add" else {}
        for person in known:
            self._add_or_remove(channel, action, person, chats.get(person.object_id, ""))
        said = [with_names("added" if action == "add" else "removed", (one.name for one in known))] if known else []
        without = [one.name for one in known if action == "add" and not chats[one.object_id]]
        if without:
            said.append(with_names("no_chat_yet", without))
        return [*said, with_names("unknown_person", unknown)] if unknown else said

    def _chat(self, person: Mention) -> str:
        return self.approvals.chat_with(person.object_id, channel_of(self.incoming.address.conversation_id))

    def _add_or_remove(self, channel: StoredChannel, action: str, person: Mention, chat: str) -> None:
        if action == "add":
            changed = self.unit.add_supervisor(StoredSupervisor(channel.id, person.object_id, person.name))
        else:
            changed = self.unit.remove_supervisor(channel.id, person.object_id)
        if changed:
            self._record(f"supervisor_{'added' if action == 'add' else 'removed'}", detail=person.object_id)
            self.approvals.tell_supervisor_role(channel, person.object_id, chat, may=action == "add")

    def _listed(self, channel: StoredChannel) -> list[ChannelNotice]:
        named = [one.name for one in self.unit.supervisors(channel.id)]
        said = [ChannelNotice("members_decide")] if channel.members_decide else []
        if named:
            return [*said, with_names("listed", named)]
        return said or [ChannelNotice("none_listed")]

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


def with_names(notice: str, names: Iterable[str]) -> ChannelNotice:
    """Return the notice with colleagues' names, which end its sentence: the stop of the last initial is that one's."""
    listed = ", ".join(plain(name) or "someone without a name" for name in names)
    return ChannelNotice(notice, (("names", listed.removesuffix(".")),))


def plain(name: str, besides: str = "") -> str:
    """Return a name with nothing in it that a client could take for a mark or a link."""
    return "".join(c for c in name if c.isalnum() or c in f" .'-{besides}").strip()
