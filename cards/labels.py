"""What a matter's people, its questions and their options are called."""

from collections.abc import Iterable
from typing import Any

from cards.elements import OwnWords
from cards.words import has_key, key_for_flow, render_text
from dialogs.engine.answers import DISAGREED, Json
from dialogs.engine.children import children_of
from dialogs.engine.lines import EachLine, EachLineWords
from dialogs.engine.matter import Matter, of_the_answers
from dialogs.engine.questions import Question


def child_of(matter: Matter | None) -> str:
    """Return the child's initials or number; "the child" until they are given."""
    found = matter.values.get("child") if matter else None
    return str(found) if found else "the child"


def display_name_of(matter: Matter) -> str:
    """Return "them" in the worker's own words, if they gave a few. Not for labels."""
    named = str(matter.values.get("recipient_named") or "")
    short = 0 < len(named) <= LONGEST_NAME
    own = short and matter.values.get("recipient") in UNLISTED
    return named if own else str(label_values(matter)["them"])


LONGEST_NAME = 80
"""Characters: a letter repeats a name many times."""
UNLISTED = ("other_professional", "not_professional")


@of_the_answers
def label_values(matter: Matter) -> dict[str, Any]:
    """Return the values of labels and headings: nothing that was typed but the checked references.

    `them`: the one whom the matter is about telling, asking or answering, in our own words. `several`: there is more
    than one child, so that a sentence says "P and R have". `ours`: it is a document that we wrote, and nothing in it is
    anyone else's. `disagrees`: a supervisor does not agree to the answer.
    """
    child = child_of(matter)
    chosen = matter.flow.they(matter.values)
    whom = chosen[0] if isinstance(chosen, list) and len(chosen) == 1 else chosen
    key = f"them.{whom}" if whom and not isinstance(whom, list) else "them.unknown"
    them = render_text(key_for_flow(matter.flow.name, key), child=child)
    return {
        "child": child,
        "several": len(children_of(matter.values)) > 1,
        "ours": bool(matter.flow.ours_alone and matter.flow.ours_alone(matter.values)),
        "them": them,
        "them_cap": them[:1].upper() + them[1:],
        "disagrees": DISAGREED in matter.values,
    }


def label_of(question: Question, matter: Matter, **of_one: Any) -> OwnWords:
    """Return the question's label; one about several lines speaks of the lines. `of_one`: which of them it is about."""
    of_all = isinstance(question, EachLine | EachLineWords) and not of_one
    key = f"lines_label.{question.name}" if of_all else f"questions.{question.name}.label"
    return render_text(key_for_flow(matter.flow.name, key), **{**label_values(matter), **of_one})


def question_words(question: Question, part: str, matter: Matter) -> OwnWords | None:
    """Return what the words say of this question under `part`, such as its hint; None where they say nothing."""
    key = key_for_flow(matter.flow.name, f"questions.{question.name}.{part}")
    return render_text(key, **label_values(matter)) if has_key(key) else None


def option_label(matter: Matter, question: str, value: Json) -> OwnWords:
    return option_labels(matter, question, (value,))[0]


def option_labels(matter: Matter, question: str, values: Iterable[Json]) -> list[OwnWords]:
    flow, filled = matter.flow.name, label_values(matter)
    return [render_text(key_for_flow(flow, f"questions.{question}.options.{value}"), **filled) for value in values]
