"""The name of each kind of request, and whose check it is: the team's own, or one that the guidance asks for."""

from cards.elements import OwnWords, TextBlock
from cards.layout import small_print
from cards.words import has_key, render_text
from dialogs.approvals.request import RequestKind


def ownership_line(kind: RequestKind) -> TextBlock:
    return small_print(render_text(f"approvals.whose.{kind}"))


def kind_label(kind: RequestKind, *, own_chat: bool = False) -> OwnWords:
    """Return the name of a kind. `own_chat`: for the supervisor alone, who reads that it went against the answer."""
    key = f"approvals.kinds_in_own_chat.{kind}"
    return render_text(key if own_chat and has_key(key) else f"approvals.kinds.{kind}")
