"""The face of a sharing."""

from cards.elements import Part, TextInput
from cards.face import Face
from cards.people import Council
from cards.share.filled import sharing
from cards.share.note import details, heading
from cards.share.pages import parents, recipient
from cards.share.reasons import filled, tensions
from cards.share.steps import headline, steps
from cards.words import label
from cards.writing import write
from dialogs.matter import Matter
from guidance.decision import Decision


def _hand_over(matter: Matter, decision: Decision, council: Council) -> list[Part]:
    """3.10  A message for the one whose it is to answer."""
    if decision.flow != "authority":
        return []
    text = write("share/hand_over", **sharing(matter, council))
    return [TextInput(id="hand_over", label=label("wording.labels.hand_over"), is_multiline=True, value=text)]


SHARE_FACE = Face(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    note_heading=heading,
    pages={"parents": parents, "recipient": recipient},
    tensions=tensions,
    below=_hand_over,
)
