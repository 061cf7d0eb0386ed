"""The presenter of a sharing."""

from typing import Any

from cards.flows.share.hand_over import hand_over
from cards.flows.share.letters import parents, recipient
from cards.flows.share.note import details, heading
from cards.flows.share.steps import headline, steps
from cards.labels import label_values
from cards.presenter import FlowPresenter, WelcomePlace
from cards.ticked_reasons import ticked_values
from cards.words import render_text
from dialogs.engine.lines import Weight, with_weight
from dialogs.engine.matter import Matter
from dialogs.flows.share import conditions as when
from dialogs.flows.share.offered import passes_on
from guidance.decision import Decision


def filled(matter: Matter, decision: Decision) -> dict[str, Any]:
    said = matter.values
    reasons = when.ticked(said, "reasons")
    kept = len(with_weight(said, Weight.KEPT))
    return {
        **label_values(matter),
        **ticked_values(matter, "reasons"),
        "part": said.get("part_in_case"),
        "need": said.get("need_to_know"),
        "ordered": said.get("court_ordered"),
        "attitude": "attitude" in reasons,
        "habit": "habit" in reasons,
        "lines_they": render_text("numbers.this" if kept == 1 else "numbers.these"),
        "nothing": passes_on(decision) or "do_not_share" in decision.outstanding_before_go_ahead,
    }


def tensions(_: Matter, decision: Decision) -> list[str]:
    weighed = set(decision.weighed)
    found = []
    if "risk_no_harm_known" in weighed:
        found.append("harm_and_risk")
    if "tell_afterwards" in weighed:
        found.append("tell_later")
    if weighed & {"no_exception", "harm", "crime", "not_practicable"} and decision.inform_parents != "already done":
        found.append("consent_wording")
    return found


PRESENTER = FlowPresenter(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    note_heading=heading,
    pages={"parents": parents, "recipient": recipient},
    tensions=tensions,
    below=hand_over,
    boxed_below=("hand_over",),
    welcome=WelcomePlace("tell", 1),
)
