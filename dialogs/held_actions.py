"""What reaches somebody else waits until what was found in it is kept or changed; and the answers to every notice."""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.context import DialogContext, Press, Result
from dialogs.identifier_notice import finds_in, with_notice
from dialogs.screens import LooksLike, Screen, Shown

ANSWERS: Mapping[str, str] = {
    "change_it": r"change (?:it|them|that)",
    "keep_it": r"keep (?:it|them|that)(?: and send(?: (?:it|them|that))?)?",
}
"""What can be typed while a notice stands."""


def held(press: Press, texts: Mapping[str, str], screen: Screen, desk: DialogContext) -> Result | None:
    """The screen again with the texts in their boxes, where they are still to be kept or changed; else None."""
    if press.answered == "changed":
        return Result(Shown(screen), desk.current)
    finds = () if press.answered == "kept" else finds_in(texts, desk.looking)
    if not finds:
        return None
    notice = LooksLike(finds, held=press.verb, about=press.about, typed=texts)
    return with_notice(Result(Shown(screen), desk.current), notice)


def answers_to(notice: LooksLike) -> dict[str, Press]:
    """The two presses that answer a notice, by what can be typed for them."""
    matter, about = notice.matter, notice.about
    of, revision = (matter.id, matter.revision) if matter else ("", 0)
    if not matter and not notice.held:
        return {"change_it": Press("reword_follow_up", about=about), "keep_it": Press("open_follow_up", about=about)}
    typed = dict(notice.typed)
    unsent = Press("change_unsent", card=notice.held, about=about, inputs=typed)
    kept = Press("keep_and_send", card=notice.held, about=about, inputs=typed)
    return {
        "change_it": Press("change_it", of, revision) if matter else unsent,
        "keep_it": replace(kept, matter=of, revision=revision) if notice.held else Press("keep_it", of, revision),
    }


HOLD = frozenset({"ask_supervisor", "cant_wait", "answer_back", "ask_not_to_tell", "agree", "ask_back", "do_not_agree"})
"""What waits for the answer to a notice: each of them reaches somebody else."""
TO_A_HELD_PRESS: Mapping[str, str] = {"keep_and_send": "kept", "change_unsent": "changed"}


def taken_up(press: Press) -> Press:
    """The press that was held, with what was said to its notice; any other as it is."""
    answered = TO_A_HELD_PRESS.get(press.verb)
    if answered is None or press.card not in HOLD:
        return press
    return replace(press, verb=press.card, card="", answered=answered)
