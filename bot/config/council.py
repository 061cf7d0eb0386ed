"""The settings of a council. All may be left out: what is not set is not shown, and never invented."""

from datetime import datetime, time, timedelta
from functools import cache, lru_cache

import holidays
from pydantic import BaseModel, ConfigDict, Field

from bot.config.setting_types import Date, DatedNotice, EntraIds, Hours, Line, PublicUrl, RequestKinds, WorkingHours
from cards import people
from dialogs.approvals.request import SETTABLE, RequestKind


class CouncilSettings(BaseModel):
    """The council's own names, numbers and documents."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, hide_input_in_errors=True)
    __hash__ = object.__hash__  # what cards show of one council is kept for it; pydantic's hash reads every field

    name: Line | None = Field(None, alias="COUNCIL_NAME", description="the council's name")
    duty_phone: Line | None = Field(None, alias="DUTY_PHONE", description="the duty team's telephone, in working hours")
    out_of_hours_phone: Line | None = Field(
        None, alias="OUT_OF_HOURS_PHONE", description="the emergency duty team's telephone, outside working hours"
    )
    legal_services_contact: Line | None = Field(
        None, alias="LEGAL_SERVICES_CONTACT", description="how to reach legal services"
    )
    information_governance_contact: Line | None = Field(
        None, alias="INFORMATION_GOVERNANCE_CONTACT", description="how to reach information governance"
    )
    supervisor_contact: Line | None = Field(
        None, alias="SUPERVISOR_CONTACT", description="how to find the supervisor on duty"
    )
    privacy_notice_url: PublicUrl | None = Field(
        None, alias="PRIVACY_NOTICE_URL", description="the privacy notice for families (https)"
    )
    guidance_url: PublicUrl | None = Field(
        None, alias="GUIDANCE_URL", description="the council's own guidance document (https)"
    )
    guidance_date: Date | None = Field(
        None, alias="GUIDANCE_DATE", description="the date of that document, as 2026-01-31"
    )
    recording_policy_url: PublicUrl | None = Field(
        None, alias="RECORDING_POLICY_URL", description="the council's Recording policy (3.8; https)"
    )
    national_guidance_url: PublicUrl | None = Field(
        None,
        alias="NATIONAL_GUIDANCE_URL",
        description="the government's information sharing advice for safeguarding practitioners (1.2; https)",
    )
    article_6_basis: Line | None = Field(
        None,
        alias="ARTICLE_6_BASIS",
        description="the council's own Article 6 basis, as notes are to say it beside the Children Acts (2.2)",
    )
    article_9_condition: Line | None = Field(
        None,
        alias="ARTICLE_9_CONDITION",
        description="the council's own Article 9 condition, for notes of special category information (2.3)",
    )
    newer_law_notice: DatedNotice | None = Field(
        None,
        alias="NEWER_LAW_NOTICE",
        description="off, or a dated line about newer law, outside this guidance (such as the duty to share of the"
        " Children Act 2004 s.16LA), shown by itself under every answer that is not a yes",
        json_schema_extra={"shown": "off"},
    )
    working_hours: Hours = Field(
        WorkingHours(0, 4, time(9), time(17)), alias="WORKING_HOURS", description="when the duty team answers"
    )
    administrators: EntraIds = Field(
        frozenset(),
        alias="ADMINISTRATORS",
        description="Entra object ids of those who see the usage figures, by commas",
    )
    practice_educators: EntraIds = Field(
        frozenset(),
        alias="PRACTICE_EDUCATORS",
        description="Entra object ids of those who see how groups of five or more do in practice and what trainees"
        " show them, by commas",
    )
    asks_for: RequestKinds = Field(
        SETTABLE - {RequestKind.CHECKS_UNTOLD},
        alias="APPROVALS",
        description="what a supervisor looks at first, by commas: untold, checks_untold, authorise, redaction,"
        " departure; none: nothing",
        json_schema_extra={"shown": "untold,authorise,redaction,departure"},
    )
    remind_after_hours: float = Field(
        2, alias="REMIND_AFTER_HOURS", gt=0, le=80, description="working hours after which a request is repeated"
    )
    escalate_after_hours: float = Field(
        2,
        alias="ESCALATE_AFTER_HOURS",
        gt=0,
        le=80,
        description="working hours after that, when every supervisor of the channel and the worker are told",
    )
    draft_days: int = Field(
        30,
        alias="DRAFT_DAYS",
        ge=1,
        le=36500,
        description="days after it was last touched when a matter whose note was not copied is deleted",
    )
    copied_days: int = Field(
        7,
        alias="COPIED_DAYS",
        ge=1,
        le=36500,
        description='days after "I\'ve copied it" when what is left of a matter is deleted',
    )
    practice_days: int = Field(
        365,
        alias="PRACTICE_DAYS",
        ge=1,
        le=36500,
        description="days after someone last practised when their progress, with what they showed, is deleted",
    )
    retention_days: int | None = Field(
        None,
        alias="RETENTION_DAYS",
        ge=1,
        le=36500,
        description="days after which requests and follow-ups that are settled are deleted, and any matter at the"
        " latest; unset: requests and follow-ups never",
    )

    def days_kept(self, *, copied: bool) -> int:
        """Return how many days after its last change a matter is deleted."""
        days = self.copied_days if copied else self.draft_days
        return min(days, self.retention_days or days)


def council_for_cards(council: CouncilSettings, now: datetime) -> people.Council:
    """Return the council as cards show it at this local time; what is not set stays empty."""
    return _in_minute(council, now.replace(second=0, microsecond=0, tzinfo=None))


@lru_cache(maxsize=8)
def _in_minute(council: CouncilSettings, now: datetime) -> people.Council:
    """Return the same for all of this minute: offices open and close on the minute."""
    working = is_working_time(council, now)
    return people.Council(
        name=council.name or "",
        duty_phone=council.duty_phone or "",
        out_of_hours_phone=council.out_of_hours_phone or "",
        legal=council.legal_services_contact or "",
        governance=council.information_governance_contact or "",
        supervisor=council.supervisor_contact or "",
        privacy_notice_url=str(council.privacy_notice_url or ""),
        guidance_url=str(council.guidance_url or ""),
        recording_policy_url=str(council.recording_policy_url or ""),
        national_guidance_url=str(council.national_guidance_url or ""),
        article_6_basis=council.article_6_basis or "",
        article_9_condition=council.article_9_condition or "",
        newer_law_notice=council.newer_law_notice or "",
        guidance_date=council.guidance_date.strftime("%d/%m/%Y") if council.guidance_date else "",
        retention_days=council.days_kept(copied=False),
        working_now=working,
        opens_at=None if working else opening_after(council, now),
        practice_educators=bool(council.practice_educators),
    )


def contact_details(council: people.Council) -> str:
    """Return the council's own numbers and addresses, which identify nobody when typed into a note."""
    return " ".join(
        [council.duty_phone, council.out_of_hours_phone, council.legal, council.governance, council.supervisor]
    )


def is_working_time(council: CouncilSettings, now: datetime) -> bool:
    """Tell whether the duty team answers at this local time: working hours, except English bank holidays."""
    return council.working_hours.include(now) and now.date() not in _bank_holidays()


LONGEST_CLOSED = 60
"""Days for which an opening is looked for."""


def opening_after(council: CouncilSettings, moment: datetime) -> datetime | None:
    """Return the next local time at which the office opens; None if that is more than `LONGEST_CLOSED` days away."""
    days = (moment.date() + timedelta(days=number) for number in range(LONGEST_CLOSED))
    opens = (datetime.combine(day, council.working_hours.opens) for day in days)
    return next((one for one in opens if one > moment and is_working_time(council, one)), None)


@cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")
