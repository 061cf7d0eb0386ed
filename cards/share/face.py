"""The face of a sharing."""

from cards.face import Face
from cards.share.hand_over import hand_over
from cards.share.note import details, heading
from cards.share.pages import parents, recipient
from cards.share.reasons import filled, tensions
from cards.share.steps import headline, steps

SHARE_FACE = Face(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    note_heading=heading,
    pages={"parents": parents, "recipient": recipient},
    tensions=tensions,
    below=hand_over,
    boxed_below=("hand_over",),
)
