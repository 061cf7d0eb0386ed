"""Changing one answer keeps all that still holds and asks again only what it touches, filled in as it was."""

from collections.abc import Mapping

import pytest

from tests.scenarios.journeys import ALL_FOUR, HARM, ROUTINE, UNTOLD, WHAT
from tests.scenarios.reading import own
from tests.scenarios.worker import Worker

FIRST, SECOND = WHAT["lines"].splitlines()
ADDED = f"{WHAT['lines']}\nP's bedroom is damp"
AGREED = {"someone_elses": "yes", "author_agreed": "written", "author_talk": "yes", "lawful_doubt": "no"}

TOUCHED: Mapping[str, tuple[Mapping[str, str], str, Mapping[str, str], tuple[str, ...]]] = {
    "the child's reference": (ROUTINE, "you_and_them", {"child": "4711"}, ()),
    "my part in the case": (ROUTINE, "you_and_them", {"part_in_case": "supervisor"}, ()),
    "the recipient": (ROUTINE, "you_and_them", {"recipient": "police"}, ("weigh", "parents_know")),
    "the recipient, with someone else's words": (
        ROUTINE | AGREED,
        "you_and_them",
        {"recipient": "police"},
        ("author", "weigh", "parents_know"),
    ),
    "who the listed recipient is not": (
        ROUTINE | {"recipient": "other_professional", "recipient_named": "probation"},
        "what_and_why",
        {"recipient_named": "hospital"},
        ("you_and_them", "weigh", "parents_know"),
    ),
    "the reason for sharing": (ROUTINE, "what_and_why", {"why": "P can sleep"}, ("parents_know",)),
    "what it will be used for": (ROUTINE, "what_and_why", {"used_for": "plan"}, ("weigh", "parents_know")),
    "a line added": (ROUTINE, "what_and_why", {"lines": ADDED}, ("weigh", "parents_know")),
    "a line's text": (ROUTINE, "what_and_why", {"lines": f"{FIRST}\nP coughs"}, ("weigh", "parents_know")),
    "a line taken away": (ROUTINE, "what_and_why", {"lines": FIRST}, ()),
    "lines in another order": (ROUTINE, "what_and_why", {"lines": f"{SECOND}\n{FIRST}"}, ()),
    "a line left out after all": (ROUTINE, "weigh", {"weights__L2": "leave_out"}, ()),
    "a line that goes after all": (
        ROUTINE | {"weights__L2": "leave_out"},
        "weigh",
        {"weights__L2": "needs"},
        ("parents_know",),
    ),
    "a line to be shortened": (ROUTINE, "weigh", {"weights__L2": "trim"}, ("closer_look",)),
    "someone else's words found in it": (ROUTINE, "what_and_why", {"someone_elses": "yes"}, ("author",)),
    "a reason unticked": (
        HARM | {"reasons": "risk,crime", "crime_because": "DC N. asked us to wait."},
        "tell_first",
        {"reasons": "crime"},
        (),
    ),
    "a reason ticked besides": (HARM, "tell_first", {"reasons": "risk,crime"}, ("grounds",)),
    "told after all": (UNTOLD | {"reasons": "tell_first"}, "parents_know", {"told_items": ALL_FOUR}, ()),
    "not told after all": (ROUTINE, "parents_know", {"told_items": "none"}, ("tell_first",)),
    "the harm": (HARM, "grounds", {"harm_suffered": "no"}, ()),
}


@pytest.mark.parametrize(("answers", "card", "change", "asked"), TOUCHED.values(), ids=TOUCHED.keys())
async def test_a_change_asks_again_only_what_it_touches(
    worker: Worker, answers: Mapping[str, str], card: str, change: Mapping[str, str], asked: tuple[str, ...]
) -> None:
    await worker.say("share")
    await worker.go_on(answers)
    await worker.press("change", about=card)
    await worker.press("next", **change)
    seen = []
    while worker.card.name:
        seen.append(worker.card.name)
        await worker.press("next", **{**worker.given(FILLING), **worker.card.filled})
    assert tuple(seen) == asked


FILLING = {
    "weights": "needs",
    "shorter": "P coughs",
    "reasons": "tell_first",
    "author_agreed": "written",
    "author_talk": "yes",
    "lawful_doubt": "no",
    "crime_because": "DC N.",
    "parents": "T",
    "contact": "ring",
}


async def test_what_is_asked_again_shows_the_answer_that_was_given(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("change", about="you_and_them")
    await worker.press("next", recipient="police")
    assert worker.card.filled == {"weights__L1": "needs", "weights__L2": "needs"}
    await worker.press("next")
    assert worker.card.filled == {"told_items": ALL_FOUR}


async def test_a_change_shows_in_the_answer_and_in_your_answers(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("change", about="you_and_them")
    await worker.press("next", recipient="gp")
    await worker.go_on(ROUTINE)
    assert worker.card.title == own("headlines.yes", them=own("them.gp"))
    assert own("questions.recipient.options.gp") in worker.card.text
    assert own("questions.recipient.options.school_nurse") not in worker.card.text


async def test_a_change_can_be_typed(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("change", about="parents_know")
    await worker.say("what and why")
    assert worker.card.name == "tell_first"


@pytest.mark.parametrize("typed", [False, True], ids=["in the card", "typed"])
async def test_a_new_line_never_inherits_what_was_said_of_another(worker: Worker, typed: bool) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE | {"weights__L2": "leave_out"})
    await worker.press("change", about="what_and_why")
    if typed:
        await worker.say(f"{SECOND}; P's bedroom is damp")
    await worker.press("next", **({} if typed else {"lines": "x" * 1501}))
    await worker.go_on(ROUTINE | {"lines": f"{SECOND}\nP's bedroom is damp"}, until="weigh")
    assert worker.card.name == "weigh"
    assert "needs" not in worker.card.filled.values()


async def test_the_note_after_a_change_is_drafted_anew_with_the_edited_one_beside_it(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    await worker.press("show_answer", note="MY OWN NOTE")
    await worker.press("change", about="you_and_them")
    await worker.press("next", recipient="gp")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    assert "the GP" in worker.card.filled["note"]
    assert worker.card.filled["before"] == "MY OWN NOTE"


async def test_an_edited_note_stays_while_nothing_is_changed(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    await worker.press("danger", note="MY OWN NOTE")
    await worker.press("carry_on")
    assert worker.card.filled["note"] == "MY OWN NOTE"


async def test_a_close_that_was_undone_takes_what_is_filled_in_the_second_time(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone", parents_said="They were pleased.")
    await worker.press("show_answer")
    await worker.press("shared", shared_how="letter", parents_said="They asked for a copy.")
    assert option_said("shared_how", "letter") in worker.card.filled["note"]
    assert "They asked for a copy." in worker.card.filled["note"]
    assert "They were pleased." not in worker.card.filled["note"]


def option_said(question: str, value: str) -> str:
    return own(f"questions.{question}.options.{value}")


async def test_back_to_the_answer_after_they_know_now_leaves_the_telling_as_it_was(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(UNTOLD | {"reasons": "tell_first"})
    await worker.press("they_know", told_how="at home, both there")
    answer = worker.card.title
    await worker.press("shared", shared_how="phone")
    note = worker.card.filled["note"]
    await worker.press("show_answer")
    assert worker.card.title == answer
    await worker.press("shared")
    assert worker.card.filled["note"] == note


async def test_a_second_telling_after_a_change_is_recorded_as_it_was_said(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(UNTOLD | {"reasons": "tell_first"})
    await worker.press("they_know", told_each__T="told", told_each__D="told", told_how="by letter")
    await worker.press("change", about="you_and_them")
    await worker.press("next", recipient="gp")
    await worker.go_on(UNTOLD | {"recipient": "gp", "reasons": "tell_first"})
    await worker.press("they_know", told_how="at home, both there")
    await worker.press("shared", shared_how="phone")
    assert "at home, both there" in worker.card.filled["note"]
    assert "by letter" not in worker.card.filled["note"]
