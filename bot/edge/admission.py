"""Admission of activities: from an allowed host, on Teams, of a tenant that is served, meant for this bot."""

from dataclasses import dataclass
from typing import Any

from bot.config.service_hosts import ServiceHosts
from bot.edge.activities import tenants_of
from bot.edge.authentication import Caller

CHANNEL = "msteams"


class NotAdmitted(Exception):
    """The activity is not for this bot, or not from where its token says; the text names the failed check."""


@dataclass(frozen=True, slots=True)
class Admission:
    """The checks that stay in force even when the token check is off.

    `app_id` None and `tenants` empty, both possible only in the unauthenticated mode, leave out their checks.
    """

    hosts: ServiceHosts
    app_id: str | None
    tenants: frozenset[str]

    def check(self, activity: Any, caller: Caller | None) -> None:
        """Raise NotAdmitted unless the activity passes; `caller` is None when the token check is off."""
        if activity.channel_id != CHANNEL:
            raise NotAdmitted("channelId is not served")
        if not self.hosts.allows(activity.service_url):
            raise NotAdmitted("serviceUrl is not allowed")
        if caller is not None:
            _check_caller(activity, caller)
        self._check_tenant(*tenants_of(activity))
        if self.app_id is not None and activity.recipient.id not in {self.app_id, f"28:{self.app_id}"}:
            raise NotAdmitted("recipient is not this bot")

    def _check_tenant(self, by_channel: str, by_conversation: str) -> None:
        if by_channel and by_conversation and by_channel != by_conversation:
            raise NotAdmitted("tenants disagree")
        if self.tenants and (by_channel or by_conversation) not in self.tenants:
            raise NotAdmitted("tenant is not served")


def _check_caller(activity: Any, caller: Caller) -> None:
    if caller.service_url != activity.service_url:
        raise NotAdmitted("serviceUrl is not the token's")
    if caller.endorsements is not None and CHANNEL not in caller.endorsements:
        raise NotAdmitted("the token's key does not speak for this channel")
