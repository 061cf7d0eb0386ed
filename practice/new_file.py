"""A new scenario's file, to be filled in: every part of it, and every question of its flow with what can be chosen."""

from collections.abc import Iterator

from cards.labels import label_of
from dialogs.engine.lines import EachLine, Lines
from dialogs.engine.questions import Question, Ticks
from practice.registry import PRACTICE_FLOWS
from practice.simulation import new_play

FILE = """\
# yaml-language-server: $schema=../../docs/scenario.schema.json
# A line that begins with # is a note to you. Fill in what says TODO, then check the file: it names what is missing,
# card by card, until nothing is. docs/practice.md explains every part.
id: {name}
flow: {flow}
topic: TODO what it is called in lists, without telling what it turns on
# 1 everyday answers, 2 exceptions and what looks like one, 3 pairs that differ by one fact, 4 whole cases (with days)
level: 1
# "You are ...'s allocated social worker." Initials only, 75 to 145 words, every fact that is asked about in it, and a
# few that are not needed. Say what people said and did.
story: >-
  TODO
# document: >-
#   TODO something to read
# voicemail: >-
#   TODO what was said on the phone

# What the story supports, question by question, never what is right: that follows from the rules. Take the # away in
# front of the questions that are asked on the way to the answer.
answers:
{answers}
# Of each line that is left out: could a careful worker think that it should go? Then it is plausible, else idle.
# held_back: {{name_of_a_line: plausible}}
# The very words of the story that point to an answer. Each question with a trap needs one.
clues:
  TODO_question: TODO words that stand in the story

# Wrong turns that a good person takes. Say first what was seen well.
traps:
  - question: TODO_question
    value: TODO one option
    why_not: TODO
    noticed: TODO what they saw well
    followed: TODO what might have come of it
    next_time: TODO
    refs: ["3.7"]

# Praise, shown where every choice on that question was right.
noticed:
  TODO_question: TODO You saw that ...

# The same story with one fact changed, so that the answer is another. Level 3 needs one.
# near_miss:
#   story: TODO what is different
#   answers:
#     TODO_question: TODO
"""


def new_scenario(flow: str, name: str) -> str:
    """Return the text of a new file for this flow."""
    return FILE.format(name=name, flow=flow, answers="".join(_answers(flow)))


def _answers(name: str) -> Iterator[str]:
    flow = PRACTICE_FLOWS[name]
    first = {ask.question.name for ask in flow.steps[0].asks}
    matter = new_play("", flow, {})
    asked = {ask.question.name: ask.question for step in flow.steps for ask in step.asks}
    for question in asked.values():
        yield f"  # {' '.join(str(label_of(question, matter)).split())}{_choices(question)}\n"
        yield f"  {'' if question.name in first else '# '}{question.name}: {_shape(question)}\n"


def _choices(question: Question) -> str:
    offered = [option.value for option in getattr(question, "options", ())]
    return f"  ({', '.join(offered)})" if offered else ""


def _shape(question: Question) -> str:
    if isinstance(question, Lines | EachLine):
        return "{name_of_a_line: TODO}"
    return "[TODO]" if isinstance(question, Ticks) else "TODO"
