"""What was typed is looked at for what says who a person is: it is asked about, and nothing is held up or lost."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from dialogs.context import DialogContext, Press, Result
from dialogs.current_screen import screen_of
from dialogs.drafts import save_drafts
from dialogs.engine.children import Reference
from dialogs.engine.flow import Ask, Flow, Step
from dialogs.engine.lines import EachLineWords, Lines, lines_of, table_of
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Words
from dialogs.screens import ActNow, AfterCopy, Aside, Find, LooksLike, Screen, Shown
from dialogs.text.identifiers.finder import Identifier, find_identifiers

NOTE, ADDITION = "note", "addition"
"""The places of texts that answer no question."""
NAMES_ASKED = frozenset(
    {
        "document_author",
        "quoted_who",
        "author_service",
        "manager_signed",
        "from_whom",
        "reply_who",
        "shared_with",
        "passed_on_to",
        "done_by",
        "given_to",
        "follow_up_addition",
        NOTE,
    }
)
"""What asks for a professional's name; and what is drafted for MOSAIC, whose record has names in full."""
ASKED_FOR: Mapping[str, tuple[Identifier, ...]] = {
    **dict.fromkeys(sorted(NAMES_ASKED), (Identifier.FULL_NAME,)),
    "document_dated": (Identifier.DATE_OF_BIRTH,),
}
"""The kinds of identifier that are asked for, by where they are."""
IN_OWN_WORDS = (Words, Reference, Lines, EachLineWords, OfLine)


class Typed(Struct, frozen=True):
    """One text: the question it answers, or its other place, and the line that it is about, if any."""

    where: str
    words: str
    line: str = ""

    @property
    def digest(self) -> str:
        """A digest by which the text is known again; it depends on the kinds that are asked for there."""
        asked = ",".join(ASKED_FOR.get(self.where, ()))
        return hashlib.sha256(f"{asked}|{self.words}".encode()).hexdigest()[:16]


def texts_of(matter: Matter) -> list[Typed]:
    """Return each text in the matter: the answers to what applies, a note that was edited, an addition."""
    if matter.phase is Phase.COPIED:
        return [Typed(ADDITION, words) for words in matter.additions[-1:]]
    values = matter.values
    texts: list[Typed] = []
    for step, ask in _asks_for_texts(matter.flow):
        question, name = ask.question, ask.question.name
        if name not in values or (step.when and not step.when(values)) or (ask.when and not ask.when(values)):
            continue
        if isinstance(question, Words | Reference):
            texts.append(Typed(name, str(values[name] or "")))
        elif isinstance(question, Lines):
            texts += [Typed(name, text) for _, text in lines_of(values, name)]
        elif isinstance(question, EachLineWords) or (
            isinstance(question, OfLine) and isinstance(question.inner, Words)
        ):
            texts += [Typed(name, str(words or ""), line) for line, words in table_of(values[name]).items()]
    if matter.phase is Phase.NOTE and matter.note_edited and matter.note_edited_for == matter.drafted_from:
        # The lines of an edited note that can hold anything to look for.
        texts += [Typed(NOTE, line) for line in matter.note_edited.splitlines() if re.search(r"[\d@]", line)]
    return texts


@cache
def _asks_for_texts(flow: Flow) -> list[tuple[Step, Ask]]:
    return [(step, ask) for step in flow.every_step() for ask in step.asks if isinstance(ask.question, IN_OWN_WORDS)]


def kinds_but(known: str, where: str, text: str, context: DialogContext) -> tuple[Identifier, ...]:
    """The kinds that are found in the text, but for what is known already and what is asked for there."""
    found = find_identifiers(text, context.now.date(), ASKED_FOR.get(where, ()))
    if not any(found.values()):
        return ()
    squeezed = _squeezed(known)
    return tuple(kind for kind, words in found.items() if any(_squeezed(one) not in squeezed for one in words))


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def check_for_identifiers(reply: Result, context: DialogContext) -> Result:
    """Return the result with a notice above its screen where new text identifies a person; never on the danger card."""
    if isinstance(reply.shown.screen, ActNow):
        return reply
    for place, matter in enumerate(reply.saved):
        new: list[Typed] = []
        digests: list[str] = []
        for typed in () if matter.practice else texts_of(matter):
            digest = typed.digest if typed.words else ""
            if digest and digest not in matter.noticed.looked:
                new.append(typed)
                digests.append(digest)
        if new:
            looked = replace(matter, noticed=matter.noticed.with_looked(digests))
            looked, finds = with_finds(looked, new, context)
            current = looked if reply.current and reply.current.id == matter.id else reply.current
            reply = replace(reply, current=current, saved=(*reply.saved[:place], looked, *reply.saved[place + 1 :]))
            if finds:
                return with_notice(reply, LooksLike(finds, looked))
    return reply


def identifiers_not_kept(matter: Matter, context: DialogContext) -> tuple[Matter, tuple[Find, ...]]:
    """Return what says who a person is and nobody chose to keep, after the matter with a notice about it."""
    left = [typed for typed in texts_of(matter) if typed.digest not in matter.noticed.kept]
    noticed = matter.noticed.with_looked(typed.digest for typed in left if typed.words)
    return with_finds(replace(matter, noticed=noticed), left, context)


def with_finds(matter: Matter, texts: Iterable[Typed], context: DialogContext) -> tuple[Matter, tuple[Find, ...]]:
    """Return the matter with a notice about what is found in these texts, and the finds, one for each place.

    In a note, only what is in none of the answers that it is drafted from.
    """
    found: list[tuple[Typed, tuple[Identifier, ...]]] = []
    for typed in texts:
        known = context.councils_own
        if typed.where == NOTE:
            known = " ".join([known, *(answer.words for answer in texts_of(matter) if answer.where != NOTE)])
        kinds = kinds_but(known, typed.where, typed.words, context)
        if kinds:
            found.append((typed, kinds))
    if not found:
        return matter, ()
    standing = tuple(typed.digest for typed, _ in found)
    noticed = replace(matter.noticed, standing=standing, at=matter.revision)
    return replace(matter, noticed=noticed), _by_place((typed.where, kinds) for typed, kinds in found)


def _by_place(found: Iterable[tuple[str, tuple[Identifier, ...]]]) -> tuple[Find, ...]:
    places: dict[str, set[Identifier]] = {}
    for where, kinds in found:
        places.setdefault(where, set()).update(kinds)
    return tuple(Find(where, tuple(kind for kind in Identifier if kind in kinds)) for where, kinds in places.items())


def with_notice(reply: Result, notice: LooksLike) -> Result:
    """The reply with the notice above its screen."""
    return replace(reply, shown=Shown(reply.shown.screen, (*reply.shown.asides, notice)))


def finds_in(texts: Mapping[str, str], context: DialogContext) -> tuple[Find, ...]:
    """Return the finds in texts that belong to no matter, by the names of their inputs."""
    kinds = {where: kinds_but(context.councils_own, where, text, context) for where, text in texts.items()}
    return _by_place((where, found) for where, found in kinds.items() if found)


ANSWERS: Mapping[str, str] = {
    "change_it": r"change (?:it|them|that)",
    "keep_it": r"keep (?:it|them|that)(?: and send(?: (?:it|them|that))?)?",
}
"""What can be typed while a notice is shown."""


def hold_for_notice(press: Press, texts: Mapping[str, str], screen: Screen, context: DialogContext) -> Result | None:
    """The screen again with the texts in their boxes, where they are still to be kept or changed; else None."""
    if press.answered == "changed":
        return Result(Shown(screen), context.current)
    finds = () if press.answered == "kept" else finds_in(texts, context)
    if not finds:
        return None
    notice = LooksLike(finds, held=press.verb, about=press.about, typed=texts)
    return with_notice(Result(Shown(screen), context.current), notice)


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


HOLD = frozenset(
    {
        "ask_supervisor",
        "ask_question",
        "cant_wait",
        "answer_back",
        "ask_not_to_tell",
        "agree",
        "ask_back",
        "do_not_agree",
    }
)
"""What waits for the answer to a notice: each of them reaches somebody else."""
TO_A_HELD_PRESS: Mapping[str, str] = {"keep_and_send": "kept", "change_unsent": "changed"}


def release_held(press: Press) -> Press:
    """Return the press that was held, with what was said to its notice; as it is where it cannot have been held."""
    if press.card not in HOLD:
        return press
    return replace(press, verb=press.card, card="", answered=TO_A_HELD_PRESS[press.verb])


def keep_it(context: DialogContext, press: Press) -> Result:
    """Keep what the notice found and take the notice away; requests let it pass from now on."""
    matter = _matter_of_notice(context, press)
    if matter is None:
        return _moved_on(context)
    kept = replace(_with_drafts(context, matter, press), noticed=matter.noticed.with_kept())
    current = kept if _current(context, matter) else context.current
    return Result(Shown(screen_of(current, context)), current, saved=(kept,))


def change_it(context: DialogContext, press: Press) -> Result:
    """Open the step of what was found again, with the text in its box."""
    matter = _matter_of_notice(context, press)
    if matter is None:
        return _moved_on(context)
    kept = _with_drafts(context, matter, press)
    texts = [typed for typed in texts_of(kept) if typed.digest in matter.noticed.standing]
    opened = _reopen(kept, [typed for typed in texts if typed.where not in (NOTE, ADDITION)])
    opened = replace(opened, noticed=replace(opened.noticed, standing=()))
    return Result(Shown(_with_text_in_box(opened, texts, context)), opened, saved=(opened,))


def _with_text_in_box(matter: Matter, texts: list[Typed], context: DialogContext) -> Screen:
    screen = screen_of(matter, context)
    added = next((typed.words for typed in texts if typed.where == ADDITION), "")
    return (
        replace(screen, matter=replace(matter, additions=()), typed=added) if isinstance(screen, AfterCopy) else screen
    )


def _matter_of_notice(context: DialogContext, press: Press) -> Matter | None:
    """The matter, while the notice that was answered is the last one."""
    matter = context.find(press.matter)
    stands = matter is not None and matter.noticed.standing and press.revision == matter.noticed.at
    return matter if stands else None


def _current(context: DialogContext, matter: Matter) -> bool:
    return context.current is not None and context.current.id == matter.id


def _with_drafts(context: DialogContext, matter: Matter, press: Press) -> Matter:
    return save_drafts(matter, press) if _current(context, matter) else matter


def _moved_on(context: DialogContext) -> Result:
    return Result(Shown(screen_of(context.current, context), (Aside("notice", "moved_on"),)), context.current)


def _reopen(matter: Matter, texts: list[Typed]) -> Matter:
    """Return the matter with these answers open again; the whole step of one that would not be asked by itself."""
    names = [typed.where for typed in texts]
    if not names or matter.phase is Phase.COPIED:
        return matter
    opened = _ask_about_line(matter, texts).reopen(*names)
    if opened.position.step in _steps_asking(matter, names):
        return opened
    return opened.reopen(*(ask.question.name for card in _steps_asking(matter, names) for ask in card.asks))


def _steps_asking(matter: Matter, names: list[str]) -> list[Step]:
    return [card for card in matter.flow.every_step() if any(ask.question.name in names for ask in card.asks)]


def _ask_about_line(matter: Matter, texts: list[Typed]) -> Matter:
    """Return the matter with a question about one line at a time asked about the first line with a find in it."""
    lines = {typed.where: typed.line for typed in reversed(texts)}
    for question in matter.flow.questions():
        if isinstance(question, OfLine) and question.name in lines:
            line = lines[question.name]
            return matter if question.line(matter.values) == line else matter.hold({question.about: line})
    return matter


def standing_notice(matter: Matter, context: DialogContext) -> LooksLike | None:
    """Return the notice about the matter as it is now, to be drawn once more; None when there is none."""
    noticed = matter.noticed
    if not noticed.standing or noticed.at != matter.revision:
        return None
    _, finds = with_finds(matter, [typed for typed in texts_of(matter) if typed.digest in noticed.standing], context)
    return LooksLike(finds, matter) if finds else None
