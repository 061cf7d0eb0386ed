"""What a kind of request is called, and whose check it is: the team's own, or one that the guidance asks for."""

from cards.elements import OwnWords, TextBlock
from cards.words import has_key, render_text
from dialogs.approvals.request import RequestKind
from dialogs.approvals.review_required import FIXED

OF_THE_GUIDANCE = (RequestKind.AUTHORISE, RequestKind.REDACTION)
"""3.10, 4.4  The kinds that the guidance itself asks for."""


def guidance_ref(kind: RequestKind) -> str:
    """The paragraph that asks for this check; empty where it is the team's own."""
    return FIXED[kind] if kind in OF_THE_GUIDANCE else ""


def ownership_line(kind: RequestKind) -> TextBlock:
    """Whose check it is, as the small print of a card."""
    return TextBlock(text=render_text(f"approvals.whose.{kind}"), size="Small", is_subtle=True)


def kind_label(kind: RequestKind, *, own_chat: bool = False) -> OwnWords:
    """What it is called. `own_chat`: to the supervisor alone, who is told that it went against the guide's answer."""
    key = f"approvals.kinds_in_own_chat.{kind}"
    return render_text(key if own_chat and has_key(key) else f"approvals.kinds.{kind}")
