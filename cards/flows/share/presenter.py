"""The presenter of a sharing."""

from cards.flows.share.hand_over import hand_over
from cards.flows.share.letters import parents, recipient
from cards.flows.share.note import details, heading
from cards.flows.share.reasons import filled, tensions
from cards.flows.share.steps import headline, steps
from cards.presenter import FlowPresenter, WelcomePlace

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
