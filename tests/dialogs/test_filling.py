"""What a card sends: what is taken, what is refused with the reason, and that nothing typed is lost."""

import pytest

from dialogs.context import Press
from dialogs.engine.answers import Json
from dialogs.engine.matter import Matter, Phase
from dialogs.screens import AfterCopy, Asking
from tests.cards import matters
from tests.cards.matters import asking, matter
from tests.cards.states import copied
from tests.dialogs.desks import Worker


def on(one: Matter) -> Worker:
    return Worker(kept={one.id: one}, current=one.id)


def faults(worker: Worker, verb: str = "next", **inputs: str) -> dict[str, str]:
    """What the reply to a press says could not be taken."""
    screen = worker.fills_in(verb, **inputs).shown.screen
    return {name: fault.code for name, fault in screen.faults.items()} if isinstance(screen, Asking) else {}


def test_what_is_missing_is_asked_and_the_rest_is_taken() -> None:
    worker = on(asking("you_and_them"))
    assert faults(worker, child="P", need_to_know="yes") == {"part_in_case": "missing", "recipient": "missing"}
    assert worker.matter.values == {"child": "P", "need_to_know": "yes"}


@pytest.mark.parametrize(
    ("card", "inputs", "code"),
    [
        ("you_and_them", {"child": "Mia"}, "not_a_reference"),
        ("you_and_them", {"part_in_case": "boss"}, "not_offered"),
        ("you_and_them", {"recipient": "{{ 7 }}"}, "not_offered"),
        ("what_and_why", {"why": "x" * 1501}, "too_long"),
        ("what_and_why", {"why": "   "}, "missing"),
        ("what_and_why", {"why": "P " + "\U0001f600" * 1498}, "too_much"),
        ("what_and_why", {"lines": "x" * 301}, "line_too_long"),
        ("what_and_why", {"lines": "\n".join(str(n) * 3 for n in range(11))}, "too_many_lines"),
        ("what_and_why", {"lines": "\n \n"}, "missing"),
        ("tell_first", {"reasons": "tell_first,risk"}, "excludes"),
        ("tell_first", {"reasons": "boredom"}, "not_offered"),
        ("tell_first", {"reasons": ""}, "missing"),
        ("tell_first", {"reasons__first": "yes", "reasons": "risk"}, "excludes"),
        ("tell_first", {"reasons__first": "no", "reasons": "tell_first"}, "excludes"),
        ("tell_first", {"reasons__first": "no", "reasons": ""}, "why_not"),
        ("tell_first", {"reasons__first": "no"}, "why_not"),
        ("tell_first", {"reasons__first": "later"}, "not_offered"),
        ("parents_know", {"told_items": "one_only,what"}, "excludes"),
        ("told_since", {"told_each__T": "perhaps"}, "not_offered"),
        ("told_since", {"told_each__T": "told"}, "missing"),
        ("told_since", {"told_each__T": "", "told_how": "by phone"}, "missing"),
        ("tell_first", {"contact": "ring,not_known"}, "excludes"),
        ("parents_know", {"told_items": "none,what"}, "excludes"),
        ("parents_know", {"told_items": "unsure,why"}, "excludes"),
        ("weigh", {"weights__L1": "perhaps"}, "not_offered"),
        ("weigh", {"weights__L1": "needs"}, "missing"),
        ("closer_look", {"shorter__L2": "x" * 301}, "line_too_long"),
        ("shared", {"shared_how": "pigeon"}, "not_offered"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_refused_with_the_reason(
    card: str, inputs: dict[str, str], code: str
) -> None:
    worker = on(asking(card))
    question = next(iter(inputs)).split("__")[0]
    assert faults(worker, **inputs)[question] == code
    if code != "missing":
        assert question not in worker.matter.values


@pytest.mark.parametrize(
    ("card", "name", "typed"),
    [
        ("you_and_them", "child", "Mia Smith"),
        ("what_and_why", "why", "x" * 1501),
        ("what_and_why", "lines", "one\n" * 11 + "\n".join(str(n) * 3 for n in range(11))),
    ],
)
def test_what_was_refused_stands_where_it_was_typed(card: str, name: str, typed: str) -> None:
    worker = on(asking(card))
    worker.fills_in(**{name: typed})
    assert worker.matter.answers.ever_given.get(name) == typed


def test_a_refused_answer_for_each_line_stands_where_it_was_typed() -> None:
    worker = on(asking("closer_look"))
    worker.fills_in(shorter__L2="x" * 301)
    assert worker.matter.answers.ever_given.get("shorter") == {"L2": "x" * 301}


@pytest.mark.parametrize("verb", ["back", "stop", "danger"])
def test_half_a_card_is_kept_by_every_other_button(verb: str) -> None:
    worker = on(asking("what_and_why"))
    worker.fills_in(verb, why="P can be seen", lines="one thing")
    kept = worker.kept[matters.MATTER_ID]
    assert kept.answers.ever_given.get("why") == "P can be seen"
    assert "why" not in kept.values


def test_no_tick_is_no_answer_except_where_none_is_meant() -> None:
    assert faults(on(asking("parents_know"))) == {"told_items": "missing"}
    worker = on(asking("grounds"))
    worker.fills_in()
    assert worker.matter.values["kinds"] == ["none"]


def test_ticks_stand_in_the_order_in_which_they_are_listed() -> None:
    worker = on(asking("parents_know"))
    worker.fills_in(told_items="to_whom, what,why")
    assert worker.matter.values["told_items"] == ["what", "why", "to_whom"]


def test_an_input_that_the_card_never_asked_for_is_no_answer() -> None:
    worker = on(asking("you_and_them"))
    worker.fills_in(child="P", told_items="what,why,used_for,to_whom", outcome="shared", someone_elses="no")
    assert worker.matter.values == {"child": "P"}


def test_a_close_is_no_answer_that_a_card_can_send() -> None:
    worker = on(matter(matters.ROUTINE))
    worker.presses(Press("next", worker.matter.id, worker.matter.revision, inputs={"outcome": "shared"}))
    assert worker.matter.phase is Phase.ANSWER


def test_lines_keep_what_was_said_of_them_when_another_is_added() -> None:
    one = matter(matters.ROUTINE)
    worker = on(one)
    worker.presses(Press("change", one.id, one.revision, about="what_and_why"))
    before: Json = worker.matter.answers.ever_given.get("lines")
    assert isinstance(before, list)
    texts = [str(row["text"]) for row in before if isinstance(row, dict)]
    worker.fills_in(lines="\n".join(["a new first line", *texts]), why="w", used_for="u", someone_elses="no")
    rows = worker.matter.values["lines"]
    assert isinstance(rows, list)
    assert [row["id"] for row in rows if isinstance(row, dict)] == ["L3", "L1", "L2"]


@pytest.mark.parametrize("typed", ["one\ntwo", "- one\n* two", "1. one\n2) two", "\u2022 one\n\n\n two "])
def test_bullets_and_numbers_before_lines_are_not_part_of_them(typed: str) -> None:
    worker = on(asking("what_and_why"))
    worker.fills_in(lines=typed)
    rows = worker.matter.values["lines"]
    assert isinstance(rows, list)
    assert [row["text"] for row in rows if isinstance(row, dict)] == ["one", "two"]


def test_an_addition_that_is_too_long_comes_back_whole_with_the_count() -> None:
    worker = on(copied(matter(matters.ROUTINE, matters.SHARED)))
    screen = worker.fills_in("addition", addition="x" * 1501).shown.screen
    assert isinstance(screen, AfterCopy)
    assert screen.fault is not None
    assert (screen.fault.code, screen.fault.details["count"], screen.typed) == ("too_long", "1,501", "x" * 1501)
    assert worker.matter.additions == ()


def test_an_addition_is_taken_once() -> None:
    worker = on(copied(matter(matters.ROUTINE, matters.SHARED)))
    worker.fills_in("addition", addition=" T rang back ")
    assert worker.matter.additions == ("T rang back",)


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("P, my case, school nurse", {"child": "P", "part_in_case": "allocated", "recipient": "school_nurse"}),
        ("its one of mine, P", {"child": "P", "part_in_case": "allocated"}),
        ("it's P and R. I'm the allocated worker", {"child": "P and R", "part_in_case": "allocated"}),
        ("1234567, the GP", {"child": "1234567", "recipient": "gp"}),
        ("F.G. and she's mine", {"child": "F.G.", "part_in_case": "allocated"}),
        ("F. G. and it's mine", {"child": "F. G.", "part_in_case": "allocated"}),
        ("f.g, my case", {"child": "F.G", "part_in_case": "allocated"}),
        ("F.G. and R.T., my case", {"child": "F.G. and R.T.", "part_in_case": "allocated"}),
        ("P, whatever", {}),
        ("Mia, my case", {"part_in_case": "allocated"}),
        ("not my case maybe, P", {}),
    ],
)
def test_the_child_may_be_named_among_other_facts(typed: str, held: dict[str, Json]) -> None:
    worker = Worker()
    worker.says("share")
    worker.says(typed)
    assert worker.matter.values == held


@pytest.mark.parametrize(
    "typed", ["mine \U0001f44d", "mine\U0001f44d\U0001f3fd", "mine. \u2705\ufe0f", "it\u00b4s mine", "mine"]
)
def test_an_emoji_after_an_answer_changes_nothing_and_every_apostrophe_is_one(typed: str) -> None:
    worker = Worker()
    worker.says("share")
    worker.says("P \U0001f600")
    worker.says(typed)
    assert worker.matter.values == {"child": "P", "part_in_case": "allocated"}


def test_an_emoji_alone_is_an_answer_and_one_in_own_words_stays() -> None:
    worker = Worker()
    worker.says("share")
    worker.fills_in(child="P", recipient="gp")
    worker.says("\U0001f44d")
    worker.says("\U0001f44d")
    assert worker.matter.values["need_to_know"] == "yes"
    worker.says("P is well \U0001f600")
    rows = worker.matter.values["lines"]
    assert isinstance(rows, list)
    assert [row["text"] for row in rows if isinstance(row, dict)] == ["P is well \U0001f600"]
