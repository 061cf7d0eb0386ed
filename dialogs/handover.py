"""A matter handed over to a colleague by a code, with all that is in it but what is the giver's own."""

import re

from msgspec.structs import replace

from dialogs.context import DialogContext, Offer, Press, Result
from dialogs.current_screen import look_again, screen_of
from dialogs.drafts import save_drafts
from dialogs.engine.children import INITIALS
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Fault
from dialogs.screens import Aside, HandingOver, MovedOn, Shown, TheCode
from dialogs.signature import initials_of

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Five bits each, and none that is heard or read as another: O, I, L and U are read as what they look like."""
LENGTH, TOGETHER = 12, 4
LOOKS_LIKE = str.maketrans("OILU", "011V")
ASKED = re.compile(r"(?i)^\W*(?:take|taking) over(?: (?:the )?(?:code|matter))?\W*(.*?)\W*$")
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
LIKE_A_CODE = re.compile(r"(?i)^(?=.*\d)[a-z\d]{2,16}(?:[ -]+[a-z\d]{1,16}){0,4}$|^(?:[a-z\d]{4}-?){2}[a-z\d]{4}$")


def code_in(text: str) -> str | None:
    """The code of "take over K7QM-2M9X-4TDP", as it was made; "" where none or half of one is given.

    None for a text that speaks of something else, such as "take over the shift".
    """
    found = ASKED.match(" ".join(DASHES.sub("-", text).split()))
    if found is None or (found.group(1) and not LIKE_A_CODE.match(found.group(1))):
        return None
    code = re.sub(r"[ -]", "", found.group(1)).upper().translate(LOOKS_LIKE)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def written(code: str) -> str:
    """The code as it is read out: in groups of four."""
    return "-".join(code[start : start + TOGETHER] for start in range(0, len(code), TOGETHER))


def hand_over(context: DialogContext, press: Press) -> Result:
    """Show what handing over means, before any code is made. The conversation goes on with that matter."""
    found = context.find(press.about or press.matter)
    if found is None:
        return _gone(context)
    matter = save_drafts(found, press) if (press.matter, press.revision) == (found.id, found.revision) else found
    initials = initials_of(context.signature)
    known = initials if re.fullmatch(INITIALS, initials) else ""
    shown = Shown(HandingOver(matter, context.offered_until(matter.id), typed=known))
    return Result(shown, matter, saved=(matter,))


def make_code(context: DialogContext, press: Press) -> Result:
    """A new code, shown this once; an earlier one of the same matter ends."""
    matter = context.find(press.about)
    if matter is None:
        return _gone(context)
    typed = press.inputs.get("initials", "").strip()
    if typed and not re.fullmatch(INITIALS, typed):
        fault = Fault("initials", "not_initials")
        return Result(Shown(HandingOver(matter, context.offered_until(matter.id), fault, typed)), matter)
    offered, code = replace(matter, offered_by=typed.upper()), context.new_code()
    offer = Offer(matter.id, code)
    return Result(Shown(TheCode(offered, written(code), context.offer_ends())), offered, saved=(offered,), offer=offer)


def take_back(context: DialogContext, press: Press) -> Result:
    """The code ends, and nothing else changes."""
    matter = context.find(press.about)
    if matter is None:
        return _gone(context)
    kept = replace(matter, offered_by="")
    shown = Shown(screen_of(kept, context), (Aside("notice", "code_taken_back"),))
    return Result(shown, kept, saved=(kept,), ended=(kept.id,))


def _gone(context: DialogContext) -> Result:
    return Result(Shown(screen_of(context.current, context), (Aside("notice", "gone"),)), context.current)


def take_over(context: DialogContext, code: str) -> Result:
    """Take over the matter of this code. Whatever is wrong with a code, the answer is the same sentence."""
    if not context.may_try():
        return _refused(context, Aside("notice", "code_wait"))
    matter = context.claim(code) if code else None
    if matter is None:
        return _refused(context, Aside("notice", "code_refused"))
    ours = taken_over(matter, context)
    if ours.is_outdated:
        return replace(look_again(context, ours), taken=code, left_behind=MovedOn())
    notice = Aside("notice", "taken_over") if asks_what_is_personal(ours.flow) else Aside("notice", "taken_over_whole")
    shown = Shown(screen_of(ours, context), (notice,))
    return Result(shown, ours, saved=(ours,), left_behind=MovedOn(), taken=code)


def asks_what_is_personal(flow: Flow) -> bool:
    """Whether anything of it is this worker's own, so that a colleague is asked afresh."""
    return any(question.name in flow.personal for question in flow.questions())


def taken_over(matter: Matter, context: DialogContext) -> Matter:
    """Return the matter as a colleague gets it: linked to no other, and what is the giver's own is asked afresh."""
    day = f"{context.now:%Y-%m-%d} {matter.offered_by}".strip()
    return matter.changed(
        answers=matter.answers.without(matter.flow.personal),
        came_from="",
        group="",
        carried_from="",
        offered_by="",
        handed_over=(*matter.handed_over, day),
    )


def _refused(context: DialogContext, notice: Aside) -> Result:
    shown = Shown(screen_of(context.current, context, numbered=True), (notice,))
    return Result(shown, context.current, left_behind=MovedOn())
