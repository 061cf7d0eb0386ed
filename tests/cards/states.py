"""Every screen there is, in the states it can be in, by a name that says which."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType

from msgspec.structs import replace

from cards.people import Council
from dialogs.card_actions import erase_text, handle_action
from dialogs.context import Press
from dialogs.current_screen import PAGE
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Fault
from dialogs.feedback import REASONS
from dialogs.flows.registry import FLOWS
from dialogs.flows.share.questions import RECIPIENT
from dialogs.screens import (
    AboutMe,
    ActNow,
    AfterCopy,
    Answered,
    Aside,
    Asking,
    Blank,
    HandedOver,
    HandingOver,
    Help,
    ListChanged,
    MovedOn,
    MyMatters,
    NotHere,
    Outside,
    Screen,
    Shown,
    SomethingElse,
    TakenOver,
    TheAnswer,
    TheCode,
    TheNote,
    UsageFigures,
    Welcome,
    WhichOne,
    WordsToUse,
)
from dialogs.understanding.intents.outside_topics import TOPICS
from guidance.glossary import glossary
from guidance.paragraphs import paragraphs
from tests.cards import matters, of_approvals, of_flows, of_follow_ups, of_hearing, of_notices
from tests.cards.looked_up import looked_up
from tests.cards.matters import ANSWERS, BEFORE, FILLED_IN, NOW, asking, matter
from tests.cards.of_practice import practice_states
from tests.cards.sources import NOTICES
from tests.dialogs.desks import desk_of

USAGE = ("", *REASONS)
BARE = Council()
FULL = Council(
    name="Exampleshire",
    duty_phone="020 7946 0001",
    out_of_hours_phone="020 7946 0002",
    legal="legal.services@example.org",
    governance="information.governance@example.org",
    supervisor="duty manager, 020 7946 0003",
    privacy_notice_url="https://example.org/privacy",
    guidance_url="https://example.org/guidance",
    guidance_date="01/02/2026",
    recording_policy_url="https://example.org/recording",
    national_guidance_url="https://example.org/national",
    article_6_basis="6(1)(e), public task",
    article_9_condition="9(2)(g), with schedule 1 paragraph 18",
    newer_law_notice="On 27 November 2026 a newer duty was expected. Ask Legal Services whether it has begun.",
    retention_days=90,
    practice_educators=True,
)
"""A council that has set everything; its numbers are those that Ofcom keeps for drama."""
CLOSED = replace(FULL, working_now=False, opens_at=datetime(2026, 3, 12, 9, 0))  # noqa: DTZ001  local wall time
"""The same out of hours."""

States = Mapping[str, Shown]


def left_behind(screen: Screen) -> bool:
    """Whether this is what is left of a card, with nothing to press."""
    return isinstance(screen, Answered | MovedOn | Blank | HandedOver | ListChanged | NotHere)


def every_state() -> Mapping[str, Shown]:
    """Every screen in every state, by name."""
    return _made()[0]


def keys_of_states() -> frozenset[str]:
    """The keys of the words that are looked up while the states are made."""
    return _made()[1]


@cache
def _made() -> tuple[Mapping[str, Shown], frozenset[str]]:
    found: dict[str, Shown] = {}
    with looked_up() as keys:
        for group in GROUPS:
            for name, shown in group():
                if name in found:
                    raise ValueError(f"two states are called {name}")
                found[name] = shown
    return MappingProxyType(found), frozenset(keys)


def _around() -> Iterator[tuple[str, Shown]]:
    for kept in (0, 1, 3):
        yield f"welcome, {kept} kept", Shown(Welcome(kept))
        yield f"about me, {kept} kept", Shown(AboutMe(kept, "K.O., social worker" if kept else ""))
    for open_matter in (False, True):
        yield f"help, matter {'open' if open_matter else 'not open'}", Shown(Help(open_matter))
        yield f"something else, matter {'open' if open_matter else 'not open'}", Shown(SomethingElse(open_matter))
    yield "usage, none", Shown(UsageFigures(()))
    rows = [("2026-11-23", "share", ref, "not_settled", reason, 120, 50) for ref in ("", "3.9(a)") for reason in USAGE]
    rows += [("2026-11-16", "", "3.7", outcome, "too_long", 7, 5) for outcome in ("explained", "refused")]
    rows += [("2026-11-16", "document", "4.4", outcome, "", 7, 5) for outcome in ("yes", "no", "not_yet")] * 20
    yield "usage, full", Shown(UsageFigures(tuple(rows)))
    yield "act now", Shown(ActNow(None))
    yield "act now, in a matter", Shown(ActNow(matter(matters.HARM, danger=True)))
    for topic in TOPICS:
        yield f"outside {topic.name}", Shown(Outside(topic.name))
    yield "outside research, matter open", Shown(Outside("research", open_matter=True))
    yield "which one", Shown(WhichOne(tuple(FLOWS)))
    guessed = WhichOne(("share", "authority", "gather"), guessed=True)
    yield "not understood", Shown(guessed, (Aside("notice", "not_understood"),))
    yield "my matters, none", Shown(MyMatters(()))
    yield "my matters, matter open", Shown(MyMatters(some_of_each_phase(), open_matter=True))
    total = 2 * PAGE + 1
    for page, first in enumerate(range(0, 3 * PAGE, PAGE), start=1):
        shown = many(total)[first : first + PAGE]
        yield f"my matters, page {page}", Shown(MyMatters(shown, first=first, total=total))
    yield "my matters", Shown(MyMatters(some_of_each_phase()))
    changing = matter(matters.ROUTINE).reopen("recipient")
    yield "my matters, an answer is being changed", Shown(MyMatters((changing,)))
    yield "my matters, asked to delete", Shown(MyMatters(some_of_each_phase(), "m3"))
    changing = matter(matters.ROUTINE).reopen("child", "recipient")
    yield "my matters, an answer being changed", Shown(MyMatters((changing,)))
    yield "not here", Shown(NotHere())
    yield "moved on", Shown(MovedOn())
    yield "blank, deleted", Shown(Blank(deleted=True))
    yield "blank, let go", Shown(Blank(deleted=False))
    yield "list changed", Shown(ListChanged())


def many(count: int) -> tuple[Matter, ...]:
    """So many matters, each begun a day before the one above it."""
    found = [matter(matters.ROUTINE).changed(begun_at=f"2026-03-{31 - number:02}T09:15") for number in range(count)]
    return tuple(replace(one, id=f"m{number}") for number, one in enumerate(found))


def some_of_each_phase() -> tuple[Matter, ...]:
    """A matter in each phase, and one without a child's reference."""
    asked, answered = asking("weigh"), matter(matters.ROUTINE)
    closing, noted = asking("shared"), matter(matters.ROUTINE, matters.SHARED)
    found = (matter(), asked, answered, closing, noted, copied(noted))
    return tuple(replace(one, id=f"m{number}", begun_at="2026-03-11T13:40") for number, one in enumerate(found))


def copied(noted: Matter) -> Matter:
    """The matter once its note was copied."""
    return erase_text(noted, desk_of(noted, now=NOW))


def _asked() -> Iterator[tuple[str, Shown]]:
    for card in BEFORE:
        fresh = asking(card)
        yield f"asking {card}", Shown(_asking(fresh))
        yield f"asking {card}, numbered", Shown(_asking(fresh, numbered=True))
        yield f"asking {card}, danger", Shown(_asking(asking(card, danger=True)))
        yield f"asking {card}, all faults", Shown(_asking(fresh, faulty=True))
        yield f"asking {card}, answered before", Shown(_asking(given_again(card)))
    yield "asking on the phone", Shown(_asking(asking("you_and_them", on_phone=True)))
    for number in range(1, len(SOME_HELD) + 1):
        half = matter(dict(list(SOME_HELD.items())[:number]))
        yield f"asking you_and_them, numbered, {number} held", Shown(_asking(half, numbered=True))


SOME_HELD: Mapping[str, str] = {"child": "P", "part_in_case": "allocated", "recipient": "gp"}


def given_again(card: str) -> Matter:
    """A matter at this card again, its answers filled in."""
    whole = {**FILLED_IN, **BEFORE[card]}
    names = [ask.question.name for one in matter().flow.every_step() if one.name == card for ask in one.asks]
    return matter(whole, {name: FILLED_IN[name] for name in names}).reopen(*names)


def _asking(one: Matter, *, numbered: bool = False, faulty: bool = False) -> Asking:
    standing = one.position
    faults = {q.name: Fault(q.name, "missing") for q in standing.questions} if faulty else {}
    return Asking(one, standing, faults, numbered)


def _faults() -> Iterator[tuple[str, Shown]]:
    details = (("count", "1,612"), ("most", "1,500"))
    for card, question, code in (
        ("you_and_them", "child", "not_a_reference"),
        ("what_and_why", "lines", "too_many_lines"),
        ("what_and_why", "lines", "line_too_long"),
        ("what_and_why", "why", "too_long"),
        ("what_and_why", "why", "own_words"),
        ("what_and_why", "someone_elses", "not_offered"),
        ("closer_look", "shorter", "line_too_long"),
        ("tell_first", "reasons", "excludes"),
        ("tell_first", "contact", "excludes"),
        ("tell_first", "contact", "not_understood"),
        ("told_since", "told_when", "not_a_time"),
        ("told_since", "told_when", "still_to_come"),
        ("shared", "look_again", "gone_by"),
        ("shared", "shared_different", "too_much"),
    ):
        one = asking(card)
        fault = Fault(question, code, details)
        yield f"asking {card}: {question} {code}", Shown(Asking(one, one.position, {question: fault}))


def _answers() -> Iterator[tuple[str, Shown]]:
    for name, (_, given) in {**ANSWERS, **matters.SINCE}.items():
        one = matter(given)
        yield f"answer: {name}", Shown(TheAnswer(one, one.decision()))
    harmed = matter(matters.HARM, danger=True)
    yield "answer: danger", Shown(TheAnswer(harmed, harmed.decision()))
    for chosen in (option.value for option in RECIPIENT.options):
        one = matter(matters.ROUTINE, {"recipient": chosen, "recipient_named": "R.L."})
        yield f"answer: told, to {chosen}", Shown(TheAnswer(one, one.decision()))
    undone = matter(matters.ROUTINE, matters.SHARED).reopen("outcome", *matters.SHARED)
    yield "answer: the close undone", Shown(TheAnswer(undone, undone.decision()))


NOTES: Mapping[str, tuple[matters.Given, ...]] = {
    "against the answer, one of them knew": (matters.SINCE["one of them told since"][1], matters.DEPARTED),
    "crime, one of them knew": (matters.SINCE["crime, and one of them told since"][1], matters.SHARED_UNTOLD),
    "told": (matters.ROUTINE, matters.SHARED),
    "told since": (matters.TELL_FIRST, matters.TOLD_SINCE, matters.SHARED),
    "harm": (matters.HARM, matters.SHARED_UNTOLD),
    "harm, nothing written of it": (
        matters.HARM,
        matters.SHARED_UNTOLD,
        {"harm_known": "", "concern_because": ""},
    ),
    "crime": (matters.ASKED_UNTOLD, matters.CRIME, matters.SHARED_UNTOLD),
    "not practicable": (matters.ASKED_UNTOLD, matters.NOT_PRACTICABLE, matters.SHARED_UNTOLD),
    "court order": (matters.ASKED_UNTOLD, matters.COURT, matters.SHARED_UNTOLD),
    "against the answer": (matters.TELL_FIRST, matters.DEPARTED),
    "someone else's words": (matters.ROUTINE, matters.AUTHORS, matters.SHARED),
    "not a professional": (
        matters.ROUTINE,
        {"recipient": "not_professional", "recipient_named": "P's nan"},
        {**matters.SHARED, "departed_because": "Nan has P tonight"},
    ),
    "not shared": (matters.TELL_FIRST, matters.NOT_SHARED),
    "passed on": (ANSWERS["not my case"][1], matters.PASSED_ON),
    "passed on, recipient known": (ANSWERS["not my case"][1], {"recipient": "gp"}, matters.PASSED_ON),
    "not shared, not needed": (ANSWERS["they don't need it"][1], matters.NOT_SHARED),
    "not shared, no line kept": (ANSWERS["no line kept"][1], matters.NOT_SHARED),
    "not shared, everything outstanding": (ANSWERS["everything at once"][1], matters.NOT_SHARED),
    "not shared, risk": (matters.ASKED_UNTOLD, matters.RISK_ONLY, matters.NOT_SHARED),
}
"""Every form of the note, by the answers that bring it."""


def noted(name: str) -> Matter:
    """The matter of one form of the note."""
    return matter(*NOTES[name])


def _notes() -> Iterator[tuple[str, Shown]]:
    for name in NOTES:
        one = noted(name)
        yield f"note: {name}", Shown(TheNote(one, one.decision()))
    for name, (_, given) in {**ANSWERS, **matters.SINCE}.items():
        one = matter(given)
        yield f"note, not yet shared: {name}", Shown(TheNote(one, one.decision()))
    untold = noted("harm")
    yield "note: still to do", Shown(TheNote(untold, untold.decision(), still_to_do=(of_follow_ups.TELL,)))
    one = noted("told")
    edited = one.changed(note_edited="WHAT WAS SHARED\nmine", note_edited_for=one.drafted_from)
    yield "note: signed", Shown(TheNote(one, one.decision(), signature="K.O., social worker"))
    yield "note: edited", Shown(TheNote(edited, one.decision()))
    other = one.changed(note_edited="WHAT WAS SHARED\nmine", note_edited_for="another draft")
    yield "note: edited before a change", Shown(TheNote(other, one.decision()))
    long = one.changed(note_edited="mine " * 5000, note_edited_for="another draft")
    yield "note: edited at length before a change", Shown(TheNote(long, one.decision()))


def _copied() -> Iterator[tuple[str, Shown]]:
    for name in ("told", "harm", "not shared"):
        gone = copied(noted(name))
        yield f"let go: {name}", Shown(AfterCopy(gone))
        yield f"let go: {name}, with an addition", Shown(AfterCopy(gone.changed(additions=("T rang back",))))
    still = (of_follow_ups.TELL, *of_follow_ups.OTHERS)
    yield "let go: still to do", Shown(AfterCopy(copied(noted("harm")), still_to_do=still))
    too_long = Fault("addition", "too_long", (("count", "1,612"), ("most", "1,500")))
    yield (
        "let go, an addition that is too long",
        Shown(AfterCopy(copied(noted("told")), too_long, "T rang back " * 134)),
    )


def _words() -> Iterator[tuple[str, Shown]]:
    for name, given in (("before", matters.TELL_FIRST), ("after", matters.HARM)):
        for ways in (["ring"], ["write"], ["text"], ["in_person"], ["not_known"], ["ring", "write", "text"]):
            one = matter(given, {"contact": list(ways)})
            yield (
                f"words for the parents {name}, {' and '.join(ways)}",
                Shown(WordsToUse(one, one.decision(), "parents")),
            )
    one = matter(matters.TELL_FIRST, {"lines": matters.lines("P has missed two check-ups"), "weights": {"L1": "needs"}})
    yield "words for the parents before, one line", Shown(WordsToUse(one, one.decision(), "parents"))
    put = matters.looked(matters.TELL_FIRST, "other", "fine", "other", "other")
    for name, written in (("in other words", put), ("with gaps", {**put, "parents_put": {}})):
        one = matter(matters.TELL_FIRST, written)
        yield f"words for the parents before, {name}", Shown(WordsToUse(one, one.decision(), "parents"))
    for name, given in (("told", matters.ROUTINE), ("untold", matters.HARM), ("one line", {**one.values})):
        yield f"words for the recipient, {name}", Shown(_for_recipient(matter(given)))
    yield (
        "words for the recipient, from the supervisor",
        Shown(_for_recipient(matter(matters.ROUTINE, {"part_in_case": "supervisor"}))),
    )


def _for_recipient(one: Matter) -> WordsToUse:
    return WordsToUse(one, one.decision(), "recipient")


def _answered() -> Iterator[tuple[str, Shown]]:
    whole = matter(FILLED_IN, {"told_since": "yes", "outcome": "shared"})
    for card in whole.flow.every_step():
        yield f"answered {card.name}", Shown(Answered(whole, card.name))
        yield f"answered {card.name}, nothing of it", Shown(Answered(matter(), card.name))


def _asides() -> Iterator[tuple[str, Shown]]:
    filled_in = {
        "version": "2026-11",
        "count": "1,612",
        "most": "1,500",
        "signature": "K.O., social worker",
        "number": "4127",
        "who": "K.O.",
        "when": "10:00",
        "again": "11:00",
        "question": "Can I tell?",
        "ref": "9.9",
    }
    for name in NOTICES:
        yield f"notice {name}", Shown(Welcome(), (Aside("notice", name, filled_in),))
    for key in glossary():
        yield f"term {key}", Shown(Welcome(), (Aside("term", key),))
    for ref in paragraphs():
        yield f"paragraph {ref}", Shown(Welcome(), (Aside("paragraph", ref),))


def _other_flows() -> Iterator[tuple[str, Shown]]:
    for states in of_flows.EVERY:
        yield from states.every()


def _grouped() -> Iterator[tuple[str, Shown]]:
    """A matter with others of its group in every state, and one that carries what an earlier one said."""
    others = tuple(replace(one, id=f"g{number}") for number, one in enumerate(_others()))
    for number in (1, 3, len(others)):
        one = matter(matters.ROUTINE)
        yield f"answer: told, {number} others", Shown(TheAnswer(one, one.decision(), others[:number]))
    done = noted("told")
    yield "note: told, with others", Shown(TheNote(done, done.decision(), others[:3]))
    yield "let go: told, with others", Shown(AfterCopy(copied(done), others=others[:3]))
    for verb, name in (("another", "harm"), ("again", "harm"), ("again", "someone else's words")):
        begun = carried(verb, noted(name))
        yield f"{verb}, from {name}", Shown(Asking(begun, begun.position))
        yield f"{verb}, from {name}, numbered", Shown(Asking(begun, begun.position, numbered=True))
    for card in ("what_and_why", "weigh", "tell_first", "grounds"):
        begun = carried("again", noted("harm")).hold({n: v for n, v in matters.HARM.items() if n in _up_to(card)})
        yield f"again, come to {card}", Shown(Asking(begun, begun.position))


def carried(verb: str, one: Matter) -> Matter:
    """The matter that is begun from this one for someone else, or once more."""
    reply = handle_action(desk_of(one, current=one, now=NOW), Press(verb, one.id, one.revision))
    assert reply.current is not None and reply.current.id != one.id
    return reply.current


def _up_to(card: str) -> set[str]:
    """The names of the questions before a card."""
    cards = list(matter().flow.steps)
    before = cards[: [one.name for one in cards].index(card)]
    return {ask.question.name for one in before for ask in one.asks}


def _others() -> Iterator[Matter]:
    yield matter(matters.ROUTINE, matters.SHARED)
    yield matter(matters.ROUTINE, {"recipient": "gp"})
    yield matter({"child": "P"})
    yield matter(ANSWERS["not my case"][1], {"recipient": "gp"}, matters.PASSED_ON)
    yield matter(matters.TELL_FIRST, matters.NOT_SHARED)
    yield matter(matters.ROUTINE, {"recipient": "police"})


def _handed_over() -> Iterator[tuple[str, Shown]]:
    one, until = matter(matters.ROUTINE), date(2026, 3, 18)
    fault = Fault("initials", "not_initials")
    yield "handing over", Shown(HandingOver(one))
    yield "handing over, nothing answered", Shown(HandingOver(matter()))
    yield "handing over, a code is out", Shown(HandingOver(one, until))
    yield "handing over, initials refused", Shown(HandingOver(one, until, fault, "Kim"))
    yield "the code", Shown(TheCode(one, "K7QM-2M9X-4TDP", until))
    yield "taken over, said to the giver", Shown(TakenOver("2026-03-11T13:40", "2026-03-12T09:05"))
    yield "handed over", Shown(HandedOver())
    for by in ("2026-03-11 K.O.", "2026-03-11"):
        taken = replace(noted("told"), handed_over=(by,))
        yield f"note: taken over, {by}", Shown(TheNote(taken, taken.decision()))
        yield f"let go: taken over, {by}", Shown(AfterCopy(copied(taken)))


def _several_children() -> Iterator[tuple[str, Shown]]:
    """The screens whose sentences speak of the children, for two of them."""
    two: matters.Given = {"child": "P and R"}
    for card in BEFORE:
        one = matter(BEFORE[card], two) if BEFORE[card] else matter(two)
        yield f"asking {card}, two children", Shown(_asking(one))
    for name in ("told", "harm", "tell first", "risk, no harm known"):
        one = matter(ANSWERS[name][1], two)
        yield f"answer: {name}, two children", Shown(TheAnswer(one, one.decision()))
        yield f"words for the parents, {name}, two children", Shown(WordsToUse(one, one.decision(), "parents"))
        yield f"words for the recipient, {name}, two children", Shown(_for_recipient(one))
    for name in ("told", "harm"):
        one = matter(*NOTES[name], two)
        yield f"note: {name}, two children", Shown(TheNote(one, one.decision()))
        yield f"let go: {name}, two children", Shown(AfterCopy(copied(one)))


GROUPS: tuple[Callable[[], Iterator[tuple[str, Shown]]], ...] = (
    _other_flows,
    of_approvals.every,
    of_follow_ups.every,
    of_notices.every,
    of_hearing.every,
    _around,
    _asked,
    _faults,
    _answers,
    _notes,
    _copied,
    _words,
    _answered,
    _asides,
    _several_children,
    _grouped,
    _handed_over,
    practice_states,
)
