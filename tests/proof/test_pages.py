"""The pages of the flows: up to date, complete, in words that an officer can read, and in Mermaid's own grammar."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cards.pages.conditions import describe, describe_any, describe_shared
from cards.pages.drawing import render_flowchart
from cards.pages.labels import option_labels, value_label
from cards.pages.page import render_page
from dialogs.engine.flow import Ask, Flow, Step, Transition, only_when
from dialogs.flows.registry import FLOWS
from dialogs.flows.share import conditions as sharing
from dialogs.flows.share.questions import REASONS
from guidance.counterfactuals import TOGETHER
from guidance.decide import FactsError, decide
from guidance.decision import OUTSTANDING
from guidance.enumeration import situations
from guidance.next_steps import BY_RULE, DOING_ORDER, possible_steps
from guidance.paragraphs import paragraph, paragraphs
from guidance.reasons import sentences
from guidance.rule import Rule, always
from guidance.rulebook import FLOWS as DECIDED
from guidance.rulebook import RULEBOOK, known_facts, lists_of
from proof import pages

SHARE = FLOWS["share"]
NODE = re.compile(r'(\w+)(?:\(\["[^"]+"\]\)|\["[^"]+"\]|\{\{"[^"]+"\}\})')
EDGE = re.compile(r'(\w+) (?:-->|-\.->)(?:\|"[^"]+"\|)? (\w+)')
CONDITION = re.compile(r'if\d+\{\{"([^"]+)"\}\}')


def lines_of(flow: str) -> list[str]:
    """The nodes and edges of a flowchart, without its fences and its first two lines."""
    return [line.strip() for line in render_flowchart(DRAWN[flow]).splitlines()[3:-1]]


def words_of(flow: str) -> str:
    """A page as it is read: without the comment at its top, and without the names of nodes in the flowchart."""
    shown = re.sub(r"<!--.*?-->", "", render_page(FLOWS[flow]), flags=re.DOTALL)
    before, chart, after = re.split(r"```(?:mermaid)?", shown)
    return "\n".join([before, *re.findall(r'"([^"]+)"', chart.partition("flowchart TD")[2]), after])


def codes_of(flow: Flow) -> Iterator[str]:
    """Every name that only the code knows: of questions, options, facts, rules, obstacles, steps and cards."""
    for question in flow.questions():
        yield question.name
        yield from (option.value for option in getattr(question, "options", ()))
    yield from (*known_facts(), *OUTSTANDING, *DOING_ORDER, *BY_RULE, *sentences())
    yield from (card.name for card in flow.every_step())


def rules_of(flow: str) -> list[Rule[Any]]:
    """The rules on a page, in its order."""
    return [rule for _, rules in lists_of(flow, FLOWS[flow].rules) for rule in rules]


def test_no_page_is_stale() -> None:
    assert pages.stale_pages() == [], "write them again: python app.py flows"


def test_a_page_that_is_changed_missing_or_of_no_flow_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "FOLDER", tmp_path / "flows")
    assert pages.stale_pages() == [f"{name}.md" for name in sorted(FLOWS)]
    pages.write_pages()
    assert pages.stale_pages() == []
    (tmp_path / "flows" / "share.md").write_text("another")
    (tmp_path / "flows" / "of_no_flow.md").write_text("left over")
    assert pages.stale_pages() == ["of_no_flow.md", "share.md"]
    pages.write_pages()
    assert pages.stale_pages() == []


@pytest.mark.parametrize("flow", FLOWS)
def test_every_question_is_on_the_page_with_its_options(flow: str) -> None:
    text = render_page(FLOWS[flow])
    assert len(re.findall(r"\n {2,4}- [^*]", text)) >= len(list(FLOWS[flow].questions()))
    for question in FLOWS[flow].questions():
        assert all(label in text for label in option_labels(flow, question))


@pytest.mark.parametrize("flow", FLOWS)
def test_every_rule_is_on_the_page_with_the_restatement_of_its_paragraph(flow: str) -> None:
    text = render_page(FLOWS[flow])
    entries = re.split(r"\n(?=\d+\. )", text.partition("## The rules, in order")[2].partition("\n## ")[0])[1:]
    rules = rules_of(flow)
    assert len(entries) == len(rules)
    for entry, rule in zip(entries, rules, strict=True):
        assert entry.startswith(f"{entry.partition('.')[0]}. **{rule.ref}** {sentences()[rule.words]}")
        assert paragraph(rule.ref).text in entry
        assert re.search(r"\*Counts when:\* \w", entry)
        assert ("*Blocks:* " in entry) is bool(rule.obstacle)


def test_no_rule_of_the_rulebook_is_on_no_page() -> None:
    assert {rule for rules in RULEBOOK.values() for rule in rules} == {
        rule for flow in FLOWS for rule in rules_of(flow)
    }


@pytest.mark.parametrize("flow", FLOWS)
def test_every_paragraph_that_is_named_is_restated(flow: str) -> None:
    text = words_of(flow)
    body, _, restated = text.partition("## The flow")[2].partition("## The paragraphs named here")
    named = {ref for ref in paragraphs() if re.search(rf"(?<![\d.]){re.escape(ref)}(?![\d(])", body)}
    assert named
    assert [ref for ref in named if f"**{ref} " not in restated] == []


@pytest.mark.parametrize("flow", FLOWS)
def test_no_code_is_on_the_page(flow: str) -> None:
    text = words_of(flow)
    assert "`" not in text
    assert re.findall(r"\b\w+_\w+\b|[{}]|\.\.\. and|<\w+>|\bReturn\b", text) == []
    codes = {code.replace("_", " ") for code in codes_of(FLOWS[flow])}
    listed = re.findall(r": ([\w ]+(?:, [\w ]+)*)[.?]", text)
    assert [one for one in listed if codes.issuperset(one.split(", "))] == []


@pytest.mark.parametrize("flow", FLOWS)
def test_every_shape_with_a_condition_says_it(flow: str) -> None:
    said = [found[1] for line in lines_of(flow) if (found := CONDITION.fullmatch(line))]
    sometimes = [card for card in FLOWS[flow].steps if card.when or not any(ask.when is None for ask in card.asks)]
    assert len(said) == len(sometimes)
    assert [text for text in said if len(text.split()) < 4 or "apply" in text.lower()] == []
    assert all(text.endswith("?") for text in said)


@pytest.mark.parametrize("flow", FLOWS)
def test_every_condition_has_words(flow: str) -> None:
    asks = [(card, ask) for card in FLOWS[flow].every_step() for ask in card.asks if card.when or ask.when]
    assert [ask.question.name for card, ask in asks if not describe(FLOWS[flow], (card.when, ask.when))] == []


SITUATIONS = [facts for facts in vars(situations).values() if isinstance(facts, dict)]


@pytest.mark.parametrize("rules", RULEBOOK)
def test_every_step_of_a_decision_is_among_the_possible_steps(rules: str) -> None:
    possible = {step.step for step, _ in possible_steps(RULEBOOK[rules])}
    flips = [TOGETHER.get(fact, {fact: value}) for fact, values in DECIDED[rules].flips for value in values]
    given = {step for one in SITUATIONS for flip in [{}, *flips] for step in steps_of(rules, {**one, **flip})}
    assert len(given) > len(possible) // 2
    assert given <= possible


NEEDED_BY: dict[str, dict[str, object]] = {
    "receive": {
        "name_noted": False,
        "details_noted": False,
        "restriction_stated": True,
        "restriction_noted": False,
        "wants_to_pass_on_the_written_document": True,
    },
    "first_contact": {"covered": {}},
}


def steps_of(flow: str, facts: dict[str, object]) -> set[str]:
    """The steps of the decision on these facts, with those that the flow needs; none where there is no decision."""
    try:
        decision = decide(flow, {**NEEDED_BY.get(flow, {}), **facts})
    except FactsError:
        return set()
    return {step.step for step in decision.next_steps}


def every_way(_: object, __: object) -> bool:
    return True


STRAIGHT_TO_THE_NOTE = Flow(
    "receive",
    SHARE.steps[2:4],
    SHARE.closing[-1:],
    facts=SHARE.facts,
    note_at_once=True,
    transitions=(Transition("document", every_way, dict),),
)
DRAWN = {**FLOWS, "straight to the note": STRAIGHT_TO_THE_NOTE}


def test_a_flow_without_an_answer_is_drawn_straight_to_the_note() -> None:
    text = render_flowchart(STRAIGHT_TO_THE_NOTE)
    assert "answer([" not in text
    assert "card2 --> note" in text
    assert 'to_document(["A document someone else wrote"])' in text
    assert "note -.-> to_document" in text


@pytest.mark.parametrize("flow", DRAWN)
def test_a_flowchart_is_made_of_quoted_nodes_and_edges_between_them_only(flow: str) -> None:
    nodes = {found[1] for line in lines_of(flow) if (found := NODE.fullmatch(line))}
    edges = [found.groups() for line in lines_of(flow) if (found := EDGE.fullmatch(line))]
    assert len(nodes) + len(edges) == len(lines_of(flow))
    assert {end for edge in edges for end in edge} == nodes


@pytest.mark.parametrize("flow", DRAWN)
def test_everything_drawn_is_reached_from_the_start_and_ends_in_the_note(flow: str) -> None:
    edges = {found.groups() for line in lines_of(flow) if (found := EDGE.fullmatch(line))}
    nodes = {end for edge in edges for end in edge}
    others = {node for node in nodes if node.startswith("to_")}
    assert spread("start", edges) == nodes
    assert spread("note", {(end, start) for start, end in edges}) == nodes - others


def spread(start: str, edges: set[tuple[str, ...]]) -> set[str]:
    """Every node that can be reached."""
    reached = {start}
    while more := {end for begin, end in edges if begin in reached} - reached:
        reached |= more
    return reached


def of_a_ground(ground: object) -> object:
    """3.9  It goes out, and {ground}."""
    return lambda _: ground


def plain(_: object) -> bool:
    """3.7  Something
    holds.

    More of it.
    """
    return True


def another(_: object) -> bool:
    """4.1  Another thing holds."""
    return True


def test_a_condition_is_its_docstring_with_the_paragraph_behind() -> None:
    assert describe(SHARE, plain) == "Something holds (3.7)"


def test_options_are_named_by_their_labels() -> None:
    said = describe(SHARE, sharing.reason_given("crime", "unsure"))
    assert said.endswith('ticked "Telling could get in the way of a criminal investigation" or "Not sure" (3.9)')


def test_a_way_of_closing_is_named_by_its_button() -> None:
    assert describe(SHARE, sharing.closed_as("not_shared")) == 'The worker pressed "I didn\'t in the end"'


def test_a_value_without_words_is_a_fault() -> None:
    with pytest.raises(KeyError):
        value_label(SHARE, "reasons", "no_such_reason")


def test_a_condition_within_another_is_said_in_its_place() -> None:
    predicate = of_a_ground(plain)
    assert callable(predicate)
    assert describe(SHARE, predicate) == "It goes out, and something holds (3.7)"


def test_two_conditions_are_joined_and_one_that_always_applies_is_left_out() -> None:
    assert describe(SHARE, (plain, another)) == "Something holds (3.7), and another thing holds (4.1)"
    assert describe(SHARE, (plain, None)) == describe(SHARE, (plain, always)) == "Something holds (3.7)"
    assert describe(SHARE, None) == describe(SHARE, always) == ""


def test_what_several_conditions_share_is_said_once() -> None:
    conditions = [(None, plain), (plain, another)]
    assert describe_shared(SHARE, conditions) == "Something holds (3.7)"
    assert describe(SHARE, conditions[1], besides=conditions) == "Another thing holds (4.1)"
    assert describe_any(SHARE, conditions) == "Something holds (3.7)"


def test_one_of_several_conditions_is_said_with_either() -> None:
    assert describe_any(SHARE, [plain, another]) == "Either something holds (3.7), or another thing holds (4.1)"
    first = sharing.some_to_trim
    said = describe_any(SHARE, [(first, plain), (first, another)])
    assert said == (
        "At least one line says too much (3.7), and either something holds (3.7), or another thing holds (4.1)"
    )


def test_conditions_that_differ_in_their_options_become_one() -> None:
    said = describe_any(SHARE, [sharing.reason_given("crime"), sharing.reason_given("court")])
    assert said.endswith(
        'ticked "Telling could get in the way of a criminal investigation" or "A court has ordered it" (3.9)'
    )


def test_a_condition_without_words_is_empty() -> None:
    assert describe(SHARE, lambda _: True) == ""


def test_a_card_is_asked_only_where_both_conditions_apply() -> None:
    reasons = Ask("3.9", REASONS, sharing.told_since)
    card = only_when(lambda values: "child" in values, Step("tell_first", (reasons,)))
    assert card.asked({"child": "P", "told_since": "yes"}) == (REASONS,)
    assert card.asked({"child": "P"}) == card.asked({"told_since": "yes"}) == ()
