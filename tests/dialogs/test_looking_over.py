"""What was found is opened again wherever it is, in every flow; and what is kept of the looking."""

from collections.abc import Iterator
from functools import cache

import pytest
from msgspec.structs import replace

from bot.config.council import contact_details
from cards.presenters import presenter_of
from dialogs.card_actions import handle_action
from dialogs.context import Press
from dialogs.engine.answers import Answer, Answers, Json
from dialogs.engine.matter import MOST_NOTICED, NOT_NOTICED, Matter, Phase, from_json
from dialogs.identifier_notice import NAMES_ASKED, identifiers_not_kept, texts_of, with_finds
from dialogs.screens import ActNow, Asking, LooksLike
from tests.cards.of_practice import practice_states
from tests.cards.states import FULL, GROUPS
from tests.dialogs.desks import Worker, desk_of

NHS = "number 943 476 5919"
DESK = replace(desk_of(), councils_own=contact_details(FULL))


@cache
def matters() -> tuple[Matter, ...]:
    """Every matter of every state in which something was typed, each once."""
    of_work = (group for group in GROUPS if group is not practice_states)
    found = (getattr(shown.screen, "matter", None) for group in of_work for _, shown in group())
    own = [one for one in found if isinstance(one, Matter) and not one.practice and not one.copied_at]
    return tuple({one.drafted_from: replace(one, note_edited="", noticed=NOT_NOTICED) for one in own}.values())


def with_found(value: Json) -> Json:
    """The same answer with an NHS number in every text of it."""
    if isinstance(value, str):
        return NHS
    if isinstance(value, list):
        return [{**row, "text": f"{NHS} {row['text']}"} if isinstance(row, dict) else row for row in value]
    return dict.fromkeys(value, NHS) if isinstance(value, dict) else value


def _reached(one: Matter) -> set[str]:
    """The questions that the matter has come past."""
    passed = (*one.before_answer.passed, *(() if one.before_answer.step else one.after_answer.passed))
    return {ask.question.name for card in passed for ask in card.asks}


def found_in_each() -> Iterator[tuple[Matter, str]]:
    """Each matter with an NHS number in one of its answers, and the answer's name; each answer of a flow some times."""
    times: dict[tuple[str, str], int] = {}
    for one in matters():
        for name in {typed.where for typed in texts_of(one) if typed.words} - {"child"}:
            place = (one.flow.name, name)
            times[place] = times.get(place, 0) + 1
            if times[place] <= 6 and name in _reached(one):
                given = {name: Answer(with_found(one.values[name]))}
                yield replace(one, answers=Answers({**one.answers.by_name, **given})), name


def test_change_it_opens_the_card_of_what_was_found_with_the_text_in_it() -> None:
    seen = set()
    for one, name in found_in_each():
        matter, finds = with_finds(one, texts_of(one), DESK)
        assert name in [find.where for find in finds], (one.flow.name, name)
        reply = handle_action(desk_of(matter, current=matter), Press("change_it", matter.id, matter.revision))
        screen = reply.shown.screen
        assert reply.current is not None and name not in reply.current.values
        if one.flow.ends_early and one.flow.ends_early(one.values) and not one.before_answer.step:
            continue  # nothing before an early end is asked any more: it no longer stands, and goes to nobody
        assert isinstance(screen, Asking), (one.flow.name, name, type(screen))
        assert name in [question.name for question in screen.position.questions], (one.flow.name, name)
        assert NHS in str(screen.matter.answers.ever_given.get(name))
        assert not any(isinstance(aside, LooksLike) for aside in reply.shown.asides)
        seen.add((one.flow.name, name))
    assert len(seen) > 40


def test_keep_it_lets_a_request_pass_and_changes_no_answer() -> None:
    for one, _ in found_in_each():
        matter, _ = with_finds(one, texts_of(one), DESK)
        reply = handle_action(desk_of(matter, current=matter), Press("keep_it", matter.id, matter.revision))
        (kept,) = reply.saved
        assert identifiers_not_kept(kept, DESK)[1] == ()
        assert (kept.answers, kept.revision) == (matter.answers, matter.revision)


def test_nothing_that_our_own_words_or_the_stories_of_tests_say_looks_like_a_person() -> None:
    quiet = [one for one in matters() if not identifiers_not_kept(one, DESK)[1]]
    found = {str(identifiers_not_kept(one, DESK)[1]) for one in matters()}
    assert len(quiet) > 0.9 * len(matters()), found


def test_a_note_as_it_is_drafted_holds_nothing_that_the_answers_do_not() -> None:

    for one in matters():
        if one.phase is Phase.NOTE:
            note = presenter_of(one).note(one, one.decision(), FULL)
            edited = replace(one, note_edited=note, note_edited_for=one.drafted_from)
            assert [find for find in identifiers_not_kept(edited, DESK)[1] if find.where == "note"] == []


@pytest.mark.parametrize("name", sorted(NAMES_ASKED - {"note", "done_by", "follow_up_addition"}))
def test_where_a_professional_is_asked_for_the_question_is_there(name: str) -> None:
    assert any(question.name == name for one in matters() for question in one.flow.questions())


def test_a_long_life_keeps_so_many_digests_and_no_more() -> None:
    noticed = NOT_NOTICED
    for number in range(MOST_NOTICED + 50):
        noticed = noticed.with_looked([f"{number}"])
    assert len(noticed.looked) == MOST_NOTICED
    assert noticed.looked[-1] == f"{MOST_NOTICED + 49}"


def test_what_was_looked_at_is_stored_and_read_and_absent_in_an_older_matter() -> None:
    one = matters()[0]
    kept = replace(NOT_NOTICED.with_looked(["a", "b"]), standing=("b",), at=3).with_kept()
    noticed = replace(kept, standing=("a",), at=4)
    stored = replace(one, noticed=noticed).to_json()
    assert from_json(one.id, one.flow, 1, "v", stored).noticed == noticed
    del stored["noticed"]
    assert from_json(one.id, one.flow, 1, "v", stored).noticed == NOT_NOTICED


def test_nothing_that_is_typed_is_found_again_in_what_is_stored_of_the_looking() -> None:
    worker = Worker()
    worker.says("share")
    worker.fills_in(child="P", part_in_case="allocated", recipient="gp", need_to_know="yes")
    worker.says(NHS)
    assert worker.matter.noticed.standing
    assert "943" not in str(worker.matter.noticed)


def test_danger_comes_at_once_whatever_was_found() -> None:
    for one, _ in list(found_in_each())[:40]:
        reply = handle_action(desk_of(one, current=one), Press("danger", one.id, one.revision))
        assert isinstance(reply.shown.screen, ActNow)
        assert reply.shown.asides == ()
