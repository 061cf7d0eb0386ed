"""3.10  The message that hands a request over to the one whose it is to answer."""

from cards.elements import Part
from cards.labels import label_values
from cards.letters import edit_box, render_letter
from cards.people import Council
from cards.words import key_for_flow, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.share.offered import passes_on
from dialogs.flows.share.questions import HAND_OVER
from guidance.decision import Decision


def hand_over(matter: Matter, decision: Decision, _: Council) -> list[Part]:
    """The message in a box, as the worker last wrote it; nothing where it is theirs to share."""
    if not passes_on(decision):
        return []
    edited = str(matter.answers.ever_given.get(HAND_OVER.name) or "")
    return edit_box(HAND_OVER.name, HAND_OVER.name, opened_afresh(edited, drafted(matter)))


def drafted(matter: Matter) -> str:
    asked = render_text(key_for_flow(matter.flow.name, "wording.asked"))
    said = {**label_values(matter), "asked": asked}
    return render_letter("share/hand_over", them_asked=matter.flow.name == "authority", **said)


def opened_afresh(edited: str, draft: str) -> str:
    """The worker's version, with an opening of ours put as it is now: the answers it was made of may have changed."""
    opening, _, rest = edited.partition("\n")
    ours = tuple(render_text(key) for key in ("wording.asked", "in_authority.wording.asked"))
    if not edited or not opening.rstrip().endswith(ours):
        return edited or draft
    return f"{draft.partition(chr(10))[0]}\n{rest}"


def as_passed_on(matter: Matter) -> str:
    """The message that was passed on, where the worker wrote in it; empty while it is as it was drafted."""
    draft = drafted(matter)
    sent = opened_afresh(str(matter.values.get(HAND_OVER.name) or ""), draft)
    return sent if sent.split() != draft.split() else ""
