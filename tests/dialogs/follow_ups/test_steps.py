"""What each step makes of a follow-up, and who may take it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from dialogs.approvals.request import Person, Refusal
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.engine.questions import LONGEST, Fault
from dialogs.follow_ups.follow_up import (
    MOST_ADDED,
    FollowUp,
    FollowUpState,
    clear_additions,
    follow_up_changes,
    move_follow_up,
    require_owner,
    settle,
    tell_in_part,
)
from dialogs.follow_ups.form import A_FEW_WORDS, A_LINE, Done, Move, read_done, read_move, read_not_telling, read_told

NOW = datetime(2026, 3, 11, 13, 40, tzinfo=UTC)
LOCAL = datetime(2026, 3, 11, 13, 40)  # noqa: DTZ001  local wall time, as the turn gives it
DUE = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 3, 19, 9, 0, tzinfo=UTC)
OPEN = FollowUp(
    id="m1.tell_family",
    number=412_700,
    kind=FollowUpKind.TELL_FAMILY,
    tenant="t",
    owner="t/worker",
    owner_name="K.O.",
    matter_id="m1",
    flow="share",
    due_at=DUE,
    when="2026-03-12",
    child="P",
    whom="the school nurse",
)
NOT_OPEN = [state for state in FollowUpState if state is not FollowUpState.OPEN]


def refused(step: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        step()
    return caught.value.code


def test_its_owner_may_change_it() -> None:
    assert require_owner(OPEN, Person("t", "worker")) is OPEN


@pytest.mark.parametrize(
    "who", [Person("t", "other"), Person("u", "worker"), Person("t", ""), Person("", "")], ids=repr
)
def test_nobody_else_may(who: Person) -> None:
    assert refused(lambda: require_owner(OPEN, who)) == "not_your_follow_up"


def test_one_that_there_is_not_is_refused_in_the_same_words() -> None:
    assert refused(lambda: require_owner(None, Person("t", "worker"))) == "not_your_follow_up"


@pytest.mark.parametrize("state", NOT_OPEN)
def test_one_that_is_closed_is_neither_moved_nor_settled_again(state: FollowUpState) -> None:
    closed = replace(OPEN, state=state)
    assert refused(lambda: move_follow_up(closed, LATER, "why")) == "follow_up_closed"
    assert refused(lambda: settle(closed, FollowUpState.DONE, NOW, "how")) == "follow_up_closed"


def test_moved_it_has_another_day_and_earlier_reminders_no_longer_count() -> None:
    assert move_follow_up(OPEN, LATER, "why") == replace(OPEN, due_at=LATER, reminded=1, additions=("why",))


def test_it_is_not_moved_while_too_much_has_still_to_be_copied() -> None:
    full = replace(OPEN, additions=("x" * MOST_ADDED,))
    assert refused(lambda: move_follow_up(full, LATER, "why")) == "copy_first"
    assert settle(full, FollowUpState.DONE, NOW, "told").additions[-1] == "told"


def test_settled_it_keeps_when_and_the_addition() -> None:
    done_now = settle(replace(OPEN, additions=("moved",)), FollowUpState.DONE, NOW, "told")
    assert (done_now.state, done_now.due_at, done_now.additions) == (FollowUpState.DONE, NOW, ("moved", "told"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FollowUpState.OPEN, FollowUpState.OPEN),
        (FollowUpState.DONE, FollowUpState.CLOSED),
        (FollowUpState.NOT_TELLING, FollowUpState.CLOSED),
        (FollowUpState.CLOSED, FollowUpState.CLOSED),
        (FollowUpState.ENDED, FollowUpState.ENDED),
    ],
)
def test_copied_its_additions_are_let_go_and_a_settled_one_is_closed(
    before: FollowUpState, after: FollowUpState
) -> None:
    assert clear_additions(replace(OPEN, state=before, additions=("text",))) == replace(OPEN, state=after)


ENDED = replace(OPEN, state=FollowUpState.ENDED, due_at=NOW)
REPLY = replace(OPEN, id="m1.reply.L1", kind=FollowUpKind.REPLY)


@pytest.mark.parametrize(
    ("kept", "asked", "expected"),
    [
        ([], [OPEN], [OPEN]),
        ([OPEN], [replace(OPEN, number=9, due_at=LATER)], []),
        ([replace(OPEN, due_at=LATER, reminded=1)], [OPEN], []),
        ([OPEN], [replace(OPEN, when="2026-03-19", due_at=LATER)],
         [replace(OPEN, when="2026-03-19", due_at=LATER, reminded=1)]),
        ([OPEN], [replace(OPEN, whom="the GP", number=9)], [replace(OPEN, whom="the GP")]),
        ([OPEN], [], [ENDED]),
        ([ENDED], [replace(OPEN, number=9)], [replace(OPEN, reminded=1)]),
        ([ENDED], [], []),
        ([OPEN, REPLY], [OPEN], [replace(REPLY, state=FollowUpState.ENDED, due_at=NOW)]),
        *(
            ([replace(OPEN, state=state)], [OPEN], [])
            for state in (FollowUpState.DONE, FollowUpState.NOT_TELLING, FollowUpState.CLOSED)
        ),
    ],
    ids=[
        "new", "the same", "moved by hand", "another day in the close", "another recipient", "no longer asked for",
        "asked for again", "ended and not asked for", "one of two", "done", "not telling", "closed",
    ],
)  # fmt: skip
def test_a_close_changes_only_what_it_says_anew(
    kept: list[FollowUp], asked: list[FollowUp], expected: list[FollowUp]
) -> None:
    assert follow_up_changes(kept, asked, NOW) == expected


TOLD = {"done_when__date": "2026-03-11", "done_when__time": "12:05", "done_how": " In person ", "done_by": "K.O."}


NAMED = replace(OPEN, parents=("T", "D", "gran"))


@pytest.mark.parametrize(
    ("follow_up", "inputs", "who", "told_now", "everyone"),
    [
        (NAMED, {"done_who": "T"}, "T", ("T",), False),
        (NAMED, {"done_who": "GRAN,T"}, "T and gran", ("T", "gran"), False),
        (NAMED, {"done_who": "T,D,GRAN"}, "T, D and gran", ("T", "D", "gran"), True),
        (NAMED, {"done_how": "all of them, in person"}, "T, D and gran", ("T", "D", "gran"), True),
        (NAMED, {"done_how": "T by phone"}, "T", ("T",), False),
        (NAMED, {"done_who": "T", "done_how": "all of them"}, "T", ("T",), False),
        (replace(NAMED, told=("T",)), {"done_who": "D"}, "D", ("D",), False),
        (replace(NAMED, told=("T", "gran")), {}, "D", ("D",), True),
        (replace(NAMED, parents=("T",)), {}, "T", ("T",), True),
        (OPEN, {"done_whom": "T, mother", "done_everyone": "no"}, "T, mother", (), False),
        (OPEN, {"done_whom": "T and D", "done_everyone": "yes"}, "T and D", (), True),
        (OPEN, {"done_how": "both by phone"}, "", (), True),
    ],
)
def test_who_was_told_is_read_for_those_who_are_left(
    follow_up: FollowUp, inputs: dict[str, str], who: str, told_now: tuple[str, ...], everyone: bool
) -> None:
    how = read_told(TOLD | inputs, LOCAL, follow_up)
    assert (how.who, how.told, how.everyone) == (who, told_now, everyone)


@pytest.mark.parametrize(
    ("follow_up", "inputs", "where", "code"),
    [
        (NAMED, {}, "done_who", "missing"),
        (NAMED, {"done_how": "D not yet"}, "done_who", "missing"),
        (NAMED, {"done_who": "M"}, "done_who", "not_offered"),
        (replace(NAMED, told=("T",)), {"done_who": "T"}, "done_who", "not_offered"),
        (OPEN, {}, "done_whom", "missing_words"),
        (OPEN, {"done_whom": "T"}, "done_everyone", "missing"),
        (OPEN, {"done_whom": "T", "done_everyone": "most"}, "done_everyone", "not_offered"),
        (OPEN, {"done_whom": "x" * (A_FEW_WORDS + 1), "done_everyone": "yes"}, "done_whom", "too_long"),
    ],
)
def test_without_saying_who_was_told_it_is_not_taken(
    follow_up: FollowUp, inputs: dict[str, str], where: str, code: str
) -> None:
    with pytest.raises(Fault) as caught:
        read_told(TOLD | inputs, LOCAL, follow_up)
    assert (caught.value.question, caught.value.code) == (where, code)


def test_told_in_part_it_stays_open_with_its_reminder_for_the_others() -> None:
    some = tell_in_part(NAMED, ("T",), "T was told")
    assert some == replace(NAMED, told=("T",), additions=("T was told",))
    assert some.left == ("D", "gran")
    with pytest.raises(Refusal):
        tell_in_part(replace(some, additions=("x" * (MOST_ADDED + 1),)), ("D",), "D was told")
    with pytest.raises(Refusal):
        tell_in_part(replace(some, state=FollowUpState.DONE), ("D",), "D was told")


def test_a_close_that_is_looked_at_again_keeps_who_was_told_of_those_it_names() -> None:
    before = replace(NAMED, told=("T",))
    (again,) = follow_up_changes([before], [replace(NAMED, parents=("T", "D"), excepted=False)], NOW)
    assert (again.parents, again.told, again.excepted) == (("T", "D"), ("T",), False)
    (by_the_close,) = follow_up_changes([NAMED], [replace(NAMED, told=("D",))], NOW)
    assert by_the_close.told == ("D",)


def test_what_is_filled_in_is_read() -> None:
    assert read_done(TOLD, LOCAL) == Done("2026-03-11T12:05", "In person", "K.O.")
    assert read_move({"move_to__date": "2026-03-19", "move_because": "D is home"}, LOCAL) == Move(
        "2026-03-19", "D is home"
    )
    assert read_not_telling({"not_telling_because": "no address"}) == "no address"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"done_when__date": ""}, "missing"),
        ({"done_when__time": ""}, "missing"),
        ({"done_when__date": "some day"}, "not_a_time"),
        ({"done_when__date": "tomorrow"}, "still_to_come"),
        ({"done_when__time": "13:41"}, "still_to_come"),
        ({"done_how": " "}, "missing_words"),
        ({"done_by": ""}, "missing_words"),
        ({"done_how": "x" * (LONGEST + 1)}, "too_long"),
        ({"done_how": "x" * (A_LINE + 1)}, "too_long"),
        ({"done_by": "x" * (A_FEW_WORDS + 1)}, "too_long"),
    ],
)
def test_what_cannot_be_taken_is_a_fault(changed: dict[str, str], fault: str) -> None:
    with pytest.raises(Fault) as caught:
        read_done(TOLD | changed, LOCAL)
    assert caught.value.code == fault


@pytest.mark.parametrize(
    ("day", "taken"),
    [("2026-03-10", False), ("2026-03-11", True), ("2026-03-12", True)],
    ids=["gone", "today", "ahead"],
)
def test_it_is_moved_to_today_or_a_day_to_come(day: str, taken: bool) -> None:
    inputs = {"move_to__date": day, "move_because": "later"}
    if taken:
        assert read_move(inputs, LOCAL).day == day
        return
    with pytest.raises(Fault):
        read_move(inputs, LOCAL)
