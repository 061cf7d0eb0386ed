"""Every text of a state: the answer, the note in each form, the words, what is asked of a supervisor, what follows."""

from collections.abc import Iterator

from dialogs.engine.flow import OutcomeAction
from dialogs.engine.matter import Matter, Phase, offers, takes
from dialogs.screens import Shown, TheAnswer, TheNote, WordsToUse
from guidance.decision import Decision
from practice.rendering import draw
from tests.cards.contradicting.asked_of_supervisors import about_answer
from tests.cards.contradicting.following import about_follow_ups, follow_ups_of
from tests.cards.contradicting.marks import marks_of
from tests.cards.contradicting.reading import read
from tests.cards.contradicting.statements import Line, State
from tests.cards.contradicting.walked import went_on
from tests.cards.matters import NOW, Given
from tests.cards.states import FULL

GOES = ("shared", "given", "sent")
TWO_WAYS = frozenset({"they_know", "reply"})
"""Ways on that are followed by another before the matter is closed, or come after it was."""
CLOSING: Given = {
    "shared_when": "2026-03-11T13:40",
    "shared_how": "phone",
    "shared_with": "R.L., school nurse",
    "shared_different": "",
    "parents_said": "",
    "child_view": "",
    "departed_because": "P was wheezing",
    "look_again": "2026-03-13T12:00",
    "passed_on_to": "K.O., allocated worker, by message",
    "not_shared_because": "They had it already",
    "sent_when": "2026-03-11T13:40",
    "sent_how": "both",
    "sent_different": "",
    "not_sent_because": "They had it already",
    "reply_who": "R.L., practice nurse",
    "reply_said": "Seen once, on 3 July",
    "reply_limit": "",
    "reply_document": "no",
    "given_when": "2026-03-11T13:40",
    "given_how": "in_person",
    "given_to": "",
    "given_said": "",
    "given_different": "",
    "not_given_because": "It was asked for in another way",
    "waiting_told": "",
    "told_when": "2026-03-11T12:05",
    "told_how": "both, by phone",
    "told_each": {"T": "told", "D": "told"},
}
"""What is answered once a matter is closed, the same for each."""


def states_of(name: str, matter: Matter) -> Iterator[State]:
    """The answer of this matter with all its texts, and each close that it offers with all that follows from it."""
    if matter.phase is Phase.ANSWER:
        yield State(name, marks_of(matter, matter.decision()), tuple(_at_the_answer(matter)))
        for way in matter.flow.actions:
            if takes(matter, way):
                yield from _taken(name, matter, way)
    elif matter.phase is Phase.NOTE:
        yield closed(name, matter)


def _taken(name: str, matter: Matter, way: OutcomeAction) -> Iterator[State]:
    after = went_on(matter, way, CLOSING, name)
    if way.name not in TWO_WAYS:
        yield closed(f"{name} > {way.name}", after)
    for further in after.flow.actions:
        known_now = way.name == "they_know" and further.name in GOES
        reply = way.name == "sent" and further.name == "reply"
        if (known_now or reply) and takes(after, further):
            yield closed(f"{name} > {way.name} > {further.name}", went_on(after, further, CLOSING, name))


def _at_the_answer(matter: Matter) -> Iterator[Line]:
    decision = matter.decision()
    answer = read(draw(Shown(TheAnswer(matter, decision)), FULL, NOW), "answer card")
    yield from answer
    yield from _noted(matter, "note so far")
    yield from _words(matter)
    yield from _decided(decision)
    yield from about_answer(matter, answer)


def closed(name: str, matter: Matter) -> State:
    """A matter that is closed: its note, its words, its follow-ups, and what a supervisor is asked of it then."""
    noted = list(_noted(matter, "note"))
    follow_ups = follow_ups_of(matter)
    lines = [*noted, *_words(matter), *_decided(matter.decision()), *about_answer(matter, noted)]
    for one in follow_ups:
        lines += about_follow_ups(one)
    return State(name, marks_of(matter, matter.decision()), tuple(lines))


def _noted(matter: Matter, where: str) -> Iterator[Line]:
    screen = TheNote(matter, matter.decision(), still_to_do=tuple(follow_ups_of(matter)))
    yield from read(draw(Shown(screen), FULL, NOW), where, "note")


def _words(matter: Matter) -> Iterator[Line]:
    for draft in matter.flow.texts:
        if offers(matter, draft.verb):
            card = draw(Shown(WordsToUse(matter, matter.decision(), draft.name)), FULL, NOW)
            yield from read(card, f"words: {draft.name}", KIND_OF_WORDS.get(draft.name, "words"))


KIND_OF_WORDS = {
    "parents": "words for parents",
    "recipient": "words for the one who gets it",
    "requests": "words for the one who gets it",
}


def _decided(decision: Decision) -> Iterator[Line]:
    """What `decide` lists as next, where it does."""
    for step in decision.model_dump(mode="json").get("next_steps") or ():
        yield Line("next_steps", "decide", str(step["text"]))
