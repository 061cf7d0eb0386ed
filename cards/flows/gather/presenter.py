"""The presenter of network checks."""

from typing import Any

from cards.elements import Buttons, Part, Run, TextBlock, rich
from cards.flows.gather.letters import parents, requests
from cards.flows.gather.note import details, heading
from cards.flows.gather.steps import headline, steps
from cards.labels import label_values
from cards.layout import button, with_button
from cards.people import Council
from cards.presenter import FlowPresenter, WelcomePlace
from cards.ticked_reasons import ticked_values
from cards.words import render_text
from dialogs.engine.matter import Matter, offers
from dialogs.flows.gather import conditions as when
from dialogs.flows.gather.replies import Reply, replies
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision


def _replies(matter: Matter, _: Decision, __: Council) -> list[Part]:
    """3.13  Each agency with a button for its reply, as it comes."""
    if not offers(matter, "reply"):
        return []
    parts: list[Part] = [TextBlock(text=render_text("replies.heading"), style="heading", weight="Bolder")]
    every = replies(matter.values)
    for number, reply in enumerate(every, start=1):
        parts += _row(number, reply, matter, beside=len(every) <= MOST_BESIDE)
    return [*parts, TextBlock(text=render_text("replies.copy_later"), size="Small", is_subtle=True)]


def _row(number: int, reply: Reply, matter: Matter, *, beside: bool) -> list[Part]:
    """One agency: what it was asked, whether it has replied, and the button."""
    state = "came" if reply.said else "none"
    said = Run(text=f"{number}. {_short(reply.asked)}: ")
    status = Run(text=render_text(f"replies.{state}"), weight="Bolder")
    title = render_text(f"buttons.reply_{state}", number=number)
    take = button("reply", matter, title=title, about=reply.line)
    if beside:
        return [with_button([rich((said, status))], take, spacing="Small")]
    return [rich((said, status), spacing="Small"), Buttons(actions=(take,), spacing="Small")]


MOST_BESIDE = 5
"""Agencies whose buttons stand beside what they were asked: a card of more has no room for so many columns."""
LONGEST_SHOWN = 60
"""Characters: the note below says in full what each agency was asked."""


def _short(line: str) -> str:
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 3]}..."


OF_REQUESTS = {"harm", "crime", "not_practicable", "tell_before_request", "unsure_of_a_ground"}
"""Reasons that rest on 3.9, which speaks of seeking consent."""


def filled(matter: Matter, _: Decision) -> dict[str, Any]:
    said = matter.values
    question = "reasons" if when.request_untold(said) else "check_grounds"
    reasons = ticked(said, question) if when.may_not_tell(said) else ()
    return {
        **label_values(matter),
        **ticked_values(matter, question),
        "part": said.get("part_in_case"),
        "attitude": "attitude" in reasons or "object" in reasons,
        "habit": "habit" in reasons,
        "not_sure": when.not_sure_of_concern(said),
        "asked": "agencies" in said,
    }


def tensions(matter: Matter, decision: Decision) -> list[str]:
    weighed = set(decision.weighed)
    found = []
    if "further_risk" in weighed:
        found.append("checks_risk")
    if "risk_no_harm_known" in weighed:
        found.append("request_risk")
    if "tell_afterwards" in weighed:
        found.append("tell_later")
    if "plain_request" in weighed and weighed & OF_REQUESTS and when.request_untold(matter.values):
        found.append("consent_wording")
    return found


PRESENTER = FlowPresenter(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    note_heading=heading,
    pages={"parents": parents, "requests": requests},
    tensions=tensions,
    note_parts=_replies,
    welcome=WelcomePlace("ask", 1),
)
