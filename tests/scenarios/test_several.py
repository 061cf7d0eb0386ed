"""Several children in one matter, and several recipients, each with lines of their own."""

import pytest

from tests.scenarios.journeys import ALL_FOUR, HARM, MARK, ROUTINE, WHAT, YOURS, marked
from tests.scenarios.keeping import everything_kept, matters_kept
from tests.scenarios.reading import own
from tests.scenarios.worker import Worker, at_once

GP = {"recipient": "gp", "need_to_know": "yes", "used_for": "look at the inhaler"}


async def test_two_children_in_one_matter_from_the_reference_to_the_note(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE | {"child": "p and r"})
    assert "P and R's parents know what, why, what for and who." in worker.card.text
    await worker.press("shared", shared_how="phone")
    assert worker.card.says("note.check", child="P and R", several=True)


async def test_children_are_typed_in_one_sentence_and_a_name_among_them_is_refused(worker: Worker) -> None:
    await worker.say("share")
    await worker.say("P and Mia")
    assert worker.card.says("faults.not_a_reference")
    await worker.say("P, R and 1234567")
    assert "P, R and 1234567" in worker.card.text


async def shared_with_the_nurse(worker: Worker, answers: dict[str, str] = ROUTINE) -> None:
    await worker.say("share")
    await worker.go_on(answers)
    await worker.press("shared", shared_how="phone")


async def test_someone_else_is_told_as_well_in_a_matter_of_its_own(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    await worker.press("another")
    assert worker.card.says("notices.another")
    assert worker.card.filled == {"child": "P", "part_in_case": "allocated"}
    await worker.go_on(GP, until="what_and_why")
    assert {name: worker.card.filled.get(name) for name in ("lines", "why", "used_for", "someone_elses")} == {
        "lines": WHAT["lines"],
        "why": WHAT["why"],
        "used_for": None,
        "someone_elses": "no",
    }
    assert len(matters_kept(worker.bot.database_url)) == 2


async def test_lines_and_telling_are_weighed_afresh_for_each(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    await worker.press("another")
    await worker.go_on(GP, until="weigh")
    assert worker.card.filled == {}
    await worker.press("next", weights__L1="needs", weights__L2="leave_out")
    assert worker.card.name == "parents_know"
    assert worker.card.filled == {}
    await worker.press("next", told_items=ALL_FOUR)
    assert worker.card.title == own("headlines.yes", them="the GP")
    await worker.press("shared", shared_how="phone")
    assert "HELD BACK (3.7)\n- P has been coughing at night" in worker.card.filled["note"]


async def test_each_shows_the_other_with_its_state_and_opens_it(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    await worker.press("another")
    await worker.go_on(GP | ROUTINE | GP)
    assert "Also about P: the school nurse: shared " in worker.card.text
    await worker.press("open")
    assert worker.card.title == own("note.title")
    assert "Also about P: the GP: not yet." in worker.card.text
    await worker.press("copied")
    assert "Also about P: the GP: not yet." in worker.card.text
    await worker.press("open")
    assert worker.card.title == own("headlines.yes", them="the GP")


async def test_three_recipients_each_see_the_two_others(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    for recipient in ("gp", "police"):
        await worker.press("another")
        await worker.go_on(ROUTINE | GP | {"recipient": recipient})
    assert "the GP: not yet" in worker.card.text and "the school nurse: shared" in worker.card.text
    assert len(matters_kept(worker.bot.database_url)) == 3


async def test_harm_and_grounds_are_said_back_and_have_to_be_chosen_again(worker: Worker) -> None:
    await shared_with_the_nurse(worker, HARM)
    await worker.press("another")
    await worker.go_on(ROUTINE | GP | {"told_items": "none"}, until="tell_first")
    assert "reasons" not in worker.card.filled
    assert own("questions.reasons.options.risk", several=False) in worker.card.text
    assert worker.card.filled["parents"] == HARM["parents"]
    await worker.press("next")
    assert worker.card.says("faults.missing_reasons")
    await worker.press("next", reasons="risk")
    assert worker.card.name == "grounds"
    assert worker.card.filled["harm_known"] == HARM["harm_known"]
    assert "harm_suffered" not in worker.card.filled and "real_concern" not in worker.card.filled
    await worker.press("next")
    assert worker.card.name == "grounds"
    await worker.press("next", harm_suffered="yes", real_concern="yes")
    assert worker.card.title == own("headlines.yes_untold", them="the GP")


async def test_an_author_s_agreement_is_asked_for_again(worker: Worker) -> None:
    authors = {"someone_elses": "yes", "author_agreed": "written", "author_talk": "yes", "lawful_doubt": "no"}
    await shared_with_the_nurse(worker, ROUTINE | authors)
    await worker.press("another")
    await worker.go_on(GP, until="author")
    assert worker.card.filled == {}


async def test_two_presses_at_once_begin_one_matter(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    click = worker.pressing("another")
    await at_once(worker.deliver(click), worker.deliver({**click, "id": "its twin"}))
    await worker.bot.all_sent()
    assert len(matters_kept(worker.bot.database_url)) == 2
    assert worker.look().name == "you_and_them"


async def test_it_can_be_typed(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.say("tell someone else as well")
    assert worker.card.says("notices.another")
    await worker.say_each("the GP", "yes")
    assert worker.card.name == "what_and_why"
    assert worker.card.asks == ["why", "used_for"]


async def test_it_is_not_offered_where_it_is_not_yours_to_share(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("next", **YOURS | {"part_in_case": "none"})
    assert "another" not in worker.card.verbs


async def test_copying_one_leaves_the_other_its_text(worker: Worker) -> None:
    await shared_with_the_nurse(worker, marked(ROUTINE))
    await worker.press("another")
    await worker.go_on(marked(ROUTINE | GP))
    await worker.press("open")
    await worker.press("copied")
    assert MARK in everything_kept(worker.bot.database_url)
    await worker.press("open")
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    assert MARK not in everything_kept(worker.bot.database_url)


@pytest.mark.parametrize("typed", ["back", "answer", "I've shared it"])
async def test_the_first_one_goes_on_as_it_was(worker: Worker, typed: str) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("another")
    await worker.say("my matters")
    await worker.press("open", about=first(worker))
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    await worker.say(typed)
    assert worker.card.name in ("parents_know", "shared", "")


def first(worker: Worker) -> str:
    """The id of the matter that was begun first."""
    kept = sorted(matters_kept(worker.bot.database_url), key=lambda row: int(row["created_at"]))
    return str(kept[0]["id"])
