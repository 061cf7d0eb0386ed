"""Everything that the code can name has words, and no words are left that nothing names."""

import ast
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError

from cards.next_steps import AT_THE_END
from cards.reasons_section import BACKGROUND
from cards.rendering import render_card
from cards.words import key_for_flow, render_runs
from dialogs.current_screen import screen_of
from dialogs.engine.children import EachChild
from dialogs.engine.flow import Flow
from dialogs.engine.lines import EachLine, EachLineWords
from dialogs.engine.matter import Matter, Phase, offers
from dialogs.engine.questions import Choice, Ticks
from dialogs.flows.registry import FLOWS
from dialogs.screens import Shown, TheAnswer, TheNote, WordsToUse
from guidance.decision import OUTSTANDING, Ground, Outstanding
from guidance.flows import authority, gather, share
from guidance.next_steps import BY_RULE, DOING_ORDER, possible_steps
from guidance.paragraphs import paragraphs
from guidance.reasons import sentences as reasons
from guidance.rule import Rule
from guidance.rulebook import FLOWS as DECIDED
from guidance.rulebook import RULEBOOK
from practice.following_up import FOLLOWING_UP
from tests.cards.drawn import every_card, keys_asked_for
from tests.cards.keys import FOLDER, every_key, sentences
from tests.cards.matters import NOW
from tests.cards.of_hearing import POINTS
from tests.cards.sources import FAULT_CODES, NOTICES, REFUSALS, ROOT, SET_UP
from tests.cards.states import BARE, FULL
from tests.cards.verbs import every_verb
from tests.cards.walking import executes
from tests.dialogs.desks import desk_of
from tests.dialogs.journeys import journey

pytestmark = pytest.mark.long

RULES: tuple[Rule[Any], ...] = (*share.RULES, *authority.REFER, *gather.RULES)
OBSTACLES = {rule.obstacle for rule in RULES if rule.obstacle}
WEIGHED = {rule.words for rule in RULES}
STEPS = {
    *(rule.words for rule in RULES if rule.words in BY_RULE),
    *(rule.obstacle for rule in RULES if rule.obstacle and rule.words not in BY_RULE),
    "tell_parents_if_settled",
} - AT_THE_END
"""The steps that come before going ahead, in sharing and in network checks."""


def of_questions() -> Iterator[str]:
    return (key_for_flow(flow.name, key) for flow in FLOWS.values() for key in _of_questions(flow))


def _of_questions(flow: Flow) -> Iterator[str]:
    for question in flow.questions():
        yield f"questions.{question.name}.label"
        if isinstance(question, EachLine | EachLineWords):
            yield f"lines_label.{question.name}"
        if isinstance(question, Choice | Ticks | EachLine | EachChild):
            yield from (f"questions.{question.name}.options.{option.value}" for option in question.options)


def flips() -> Iterator[str]:
    answered = (flow for flow in FLOWS.values() if not flow.note_at_once)
    flipped = ((flow.name, flip) for flow in answered for flip in DECIDED[flow.rules].flips)
    for flow, (fact, values) in flipped:
        for value in values:
            flat = all(value.values()) if isinstance(value, dict) else value
            yield key_for_flow(flow, f"changes.{fact}.{str(flat).lower()}")


def in_the_source(package: str, files: str = "*.py") -> Iterator[str]:
    """The keys that are written out in the code of a package."""
    for path in sorted((ROOT / package).rglob(files)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in every_key():
                yield node.value


RECIPIENT = next(one for one in FLOWS["share"].questions() if isinstance(one, Choice) and one.name == "recipient")
NAMED = {
    "a question or an option": set(of_questions()),
    "a card": {f"cards.{card.name}.title" for flow in FLOWS.values() for card in flow.every_step()},
    "a card of a follow-up in practice": {f"cards.{card.name}.title" for card in FOLLOWING_UP.steps},
    "a question of a follow-up in practice": {
        key_for_flow(FOLLOWING_UP.name, f"questions.{question.name}.label") for question in FOLLOWING_UP.questions()
    },
    "what a flow is called": {f"flows.{flow}" for flow in FLOWS},
    "what starts a flow": {f"buttons.flow.{flow}" for flow in FLOWS},
    "a fault": {f"faults.{code}" for code in FAULT_CODES},
    "a notice": {f"notices.{name}" for name in NOTICES},
    "a step": {f"steps.{step}" for step in STEPS},
    "a step in a note": {f"note.next.{step}" for step in STEPS},
    "a rule weighed": {f"why.{name}" for name in WEIGHED},
    "a rule weighed in a note": {f"note.why.{name}" for name in WEIGHED - set(BACKGROUND)},
    "an exception in a note": {f"note.grounds.{ground}" for ground in get_args(Ground)},
    "what would change it": set(flips()),
    "the one who is told": {f"them.{option.value}" for option in RECIPIENT.options},
    "a phase": {f"matters.{phase}" for phase in Phase},
    "a force": {f"force.{said.force}" for said in paragraphs().values()},
    "a refusal": {f"approvals.refused.{code}" for code in REFUSALS},
    "how requests are set up": {f"approvals.setup.{name}" for name in SET_UP},
    "a message without a card": set(in_the_source("bot")),
    "a card of the message extension": set(in_the_source("cards", "extension_cards.py")),
    "a page of a flow": set(in_the_source("cards/pages")),
    "what blocks, on a page": {f"pages.outstanding.{name}" for name in OUTSTANDING},
    "a list of rules on a page": {
        f"pages.lists.{name}" for flow in DECIDED.values() for lists in flow.lists.values() for name, _ in lists if name
    },
    "a step that no rule alone asks for, on a page": {
        f"pages.steps.{step.step}"
        for rules in RULEBOOK.values()
        for step, asked_by in possible_steps(rules)
        if not asked_by
    },
    "what is always so": {f"hearing.points.{point}" for point in POINTS},
    "what is drawn once and remembered": {"buttons.paragraph"},
    "a word to small talk": {
        f"hearing.kindly.{talk}" for talk in ("chat", "unplaced", "stuck", "explain", "swearing", "language", "orders")
    },
    "the title of a page": {f"pages.titles.{name}" for name in (*DECIDED, *FLOWS)},
    "a way on beside each line, on a page": {
        f"pages.ways.{way.name}" for flow in FLOWS.values() for way in flow.actions if way.each_of
    },
    "what stands in for a matter's own words on a page": {f"pages.stand_ins.{name}" for name in ("child", "them")},
}


@pytest.mark.parametrize("what", NAMED)
def test_all_that_the_code_can_name_has_words(what: str) -> None:
    assert NAMED[what]
    assert NAMED[what] - set(every_key()) == set()


def test_no_words_are_left_that_nothing_names() -> None:
    named = set().union(*NAMED.values())
    assert set(every_key()) - keys_asked_for() - named == set()


def test_what_is_asked_for_while_drawing_is_there() -> None:
    assert keys_asked_for() <= set(every_key())


def test_every_button_drawn_has_words_and_every_verb_has_a_button() -> None:
    verbs = {button["verb"] for card in every_card().values() for button in executes(card)}
    assert verbs == every_verb()


def test_every_obstacle_and_rule_that_is_a_step_has_its_place_in_the_order_of_doing() -> None:
    of_the_supervisor = {"take_to_supervisor"}  # said by each rule that asks for it, in its own name
    assert set(DOING_ORDER) >= BY_RULE | (set(get_args(Outstanding)) - of_the_supervisor)
    assert len(DOING_ORDER) == len(set(DOING_ORDER))


def test_every_rule_has_its_sentence() -> None:
    assert set(reasons()) >= WEIGHED


def test_every_kind_of_headline_can_come_up() -> None:
    assert {key for key in keys_asked_for() if key.startswith("headlines.")} == {
        key for key in every_key() if key.startswith("headlines.")
    }


def test_every_piece_of_words_and_every_letter_is_a_whole_template() -> None:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    letters = [(path.name, path.read_text("utf-8")) for path in sorted((FOLDER / "letters").rglob("*.j2"))]
    assert len(letters) > 8
    for key, text in [*sentences(), *letters]:
        try:
            environment.parse(text)
        except TemplateSyntaxError as error:
            pytest.fail(f"{key}: {error}")


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())
def test_words_ask_for_no_value_that_is_not_given_on_any_journey(flow: Flow) -> None:
    """StrictUndefined raises while drawing, and so does a key without words."""
    drawn = 0
    for number in range(60):
        for worker in journey(number, flow):
            shown = [Shown(screen_of(worker.matter, desk_of(worker.matter))), *_to_use(worker.matter)]
            drawn += len([render_card(one, council, NOW) for one in shown for council in (BARE, FULL)])
    assert drawn > 300


def _to_use(matter: Matter) -> list[Shown]:
    """The words to use, and the answer and note, of a matter that has reached them."""
    if matter.phase not in (Phase.ANSWER, Phase.NOTE):
        return []
    decision = matter.decision()
    drafts = [draft.name for draft in matter.flow.texts if offers(matter, draft.verb)]
    words_to_use = [Shown(WordsToUse(matter, decision, name)) for name in drafts]
    return [*words_to_use, Shown(TheAnswer(matter, decision)), Shown(TheNote(matter, decision))]


def test_a_value_is_escaped_where_words_are_marked_up() -> None:
    (run,) = render_runs("welcome.kept", kept="<b>one</b> & {{ 7 }}")
    assert run.text == 'You have <b>one</b> & {{ 7 }} in "My matters".'
    assert run.weight is None


def test_a_value_that_is_not_given_is_a_fault() -> None:
    with pytest.raises(Exception, match="'kept' is undefined"):
        render_runs("welcome.kept")
