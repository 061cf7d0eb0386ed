"""The types of single settings. Each reader takes the environment's text, or a value that was read before."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, PlainValidator

from bot.config.addresses import public_url, service_url
from bot.config.service_hosts import ServiceHosts
from dialogs.approvals.request import SETTABLE, RequestKind

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_HOURS = re.compile(r"([A-Z][a-z]{2})-([A-Z][a-z]{2}) (\d\d:\d\d)-(\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The days of the week (Monday is 0) and the hours, in local time, when the duty team answers."""

    first_day: int
    last_day: int
    opens: time
    closes: time

    @classmethod
    def parse(cls, text: str) -> "WorkingHours":
        """Read "Mon-Fri 09:00-17:00"; raises ValueError for anything else."""
        found = _HOURS.fullmatch(text.strip())
        if found is None or found[1] not in _DAYS or found[2] not in _DAYS:
            raise ValueError("write it as Mon-Fri 09:00-17:00")
        hours = cls(_DAYS.index(found[1]), _DAYS.index(found[2]), _time(found[3]), _time(found[4]))
        if hours.first_day > hours.last_day or hours.opens >= hours.closes:
            raise ValueError("the end comes before the start")
        return hours

    def include(self, local: datetime) -> bool:
        """Tell whether a local time falls within the hours; knows no bank holidays."""
        return self.first_day <= local.weekday() <= self.last_day and self.opens <= local.time() < self.closes

    def __str__(self) -> str:
        return f"{_DAYS[self.first_day]}-{_DAYS[self.last_day]} {self.opens:%H:%M}-{self.closes:%H:%M}"


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise ValueError("a time runs from 00:00 to 23:59") from None


def _line(value: str) -> str:
    if not value.isprintable() or len(value) > 200:
        raise ValueError("give one line of at most 200 characters")
    return value


_A_DATE = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{4}\b")


def _dated_notice(value: str) -> str:
    """Return the line, or "" for off. Raises ValueError for a line without a date: it must say since when it holds."""
    if value.strip().lower() == "off":
        return ""
    if not value.isprintable() or len(value) > 300 or not _A_DATE.search(value):
        raise ValueError("write off, or one line of at most 300 characters with a date such as 27 November 2026")
    return value


def _entries(value: Any) -> Any:
    return frozenset(filter(None, map(str.strip, value.split(",")))) if isinstance(value, str) else value


def _entra_ids(value: Any) -> Any:
    return _entries(value.lower() if isinstance(value, str) else value)


def _hours(value: Any) -> WorkingHours:
    return value if isinstance(value, WorkingHours) else WorkingHours.parse(str(value))


def _date(value: Any) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise ValueError("write it as 2026-01-31") from None


def _hosts(value: Any) -> ServiceHosts:
    return value if isinstance(value, ServiceHosts) else ServiceHosts.from_entries(_entries(str(value)))


def _request_kinds(value: Any) -> frozenset[RequestKind]:
    if isinstance(value, frozenset):
        return value
    entries = _entries(str(value)) - {"none"}
    unknown = entries - {kind.value for kind in SETTABLE}
    if unknown:
        raise ValueError(f"choose from {', '.join(kind for kind in RequestKind if kind in SETTABLE)}, or none")
    return frozenset(map(RequestKind, entries))


def _switch(value: Any) -> bool:
    if value in {"0", False}:
        return False
    if value in {"1", True}:
        return True
    raise ValueError("only 1 switches it on")


def _app_type(value: Any) -> Any:
    if value not in get_args(_AppType):
        raise ValueError(f"{str(value)[:40]!r} is not supported; use SingleTenant or UserAssignedMSI")
    return value


_AppType = Literal["SingleTenant", "UserAssignedMSI"]

AppType = Annotated[_AppType, BeforeValidator(_app_type)]
Date = Annotated[date, BeforeValidator(_date)]
DatedNotice = Annotated[str, AfterValidator(_dated_notice)]
Hosts = Annotated[ServiceHosts, PlainValidator(_hosts)]
Hours = Annotated[WorkingHours, PlainValidator(_hours)]
EntraIds = Annotated[frozenset[str], BeforeValidator(_entra_ids)]
Line = Annotated[str, AfterValidator(_line)]
Lines = Annotated[frozenset[Line], BeforeValidator(_entries)]
RequestKinds = Annotated[frozenset[RequestKind], PlainValidator(_request_kinds)]
PublicUrl = Annotated[str, AfterValidator(public_url)]
ServiceUrl = Annotated[str, AfterValidator(service_url)]
Switch = Annotated[bool, PlainValidator(_switch)]
