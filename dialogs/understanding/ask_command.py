"""`python app.py ask`: how messages are heard, as lines of JSON in and out."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from dialogs.engine.answers import NOTHING, Answers, Json
from dialogs.engine.matter import Matter
from dialogs.engine.questions import LONGEST, Question
from dialogs.flows.registry import FLOWS
from dialogs.understanding.asked import Asked
from dialogs.understanding.conversation import Conversation
from dialogs.understanding.facts_said import facts_said
from dialogs.understanding.hearing import Heard, Kind, hear
from dialogs.understanding.new_needs import flows_meant
from guidance.paragraphs import VERSION, paragraphs

SOME_MOMENT = datetime(2026, 3, 11, 13, 40)  # noqa: DTZ001  local wall time: what "today" is read as, always the same
UNCOVERED = frozenset({Kind.CHAT, Kind.REFUSE})


class BadQuestion(Exception):
    """A line that cannot be read; the text says which and why."""


def heard_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the answer to each line that is not empty. Raises BadQuestion, with the line's number."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_heard(_read(line, number), number), ensure_ascii=False)


def _read(line: str, number: int) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise BadQuestion(f"line {number}: it is no JSON") from None
    if not isinstance(asked, dict):
        raise BadQuestion(f"line {number}: it is no object")
    if not isinstance(asked.get("id"), str | int) or isinstance(asked.get("id"), bool):
        raise BadQuestion(f'line {number}: "id" must be a text or a number')
    if not isinstance(asked.get("q"), str):
        raise BadQuestion(f'line {number}: "q" must be a text')
    if len(asked["q"]) > LONGEST:
        raise BadQuestion(f'line {number}: "q" is longer than {LONGEST} characters')
    return asked


def _heard(line: dict[str, Any], number: int) -> dict[str, Any]:
    talk = _conversation(line.get("context"), number)
    text = line["q"]
    heard = hear(text, talk)
    asked = heard.asked or Asked("no", covered=False, refs=(), gap=None, flow=None)
    said_to = asked if heard.kind not in UNCOVERED else Asked("no", covered=False, refs=(), gap=asked.gap, flow=None)
    return {
        "id": line["id"],
        "kind": heard.kind.value,
        "sure": said_to.sure,
        "covered": said_to.covered,
        "refs": [heard.ref] if heard.ref in paragraphs() else list(said_to.refs),
        "gap": said_to.gap,
        "flow": heard.flow or _flow(heard, text, said_to),
        "slots": facts_said(text).slots(),
        "answers": _answers(heard),
    }


def _flow(heard: Heard, text: str, asked: Asked) -> str | None:
    """The flow to begin: the one that a first message means alone, where nothing surer is known."""
    named = flows_meant(text, asked) if heard.kind in (Kind.START, Kind.QUESTION) else ()
    by_name = len(named) == 1 and asked.sure != "sure" and (heard.kind is Kind.START or not asked.gap)
    return named[0] if by_name else asked.flow


def _answers(heard: Heard) -> dict[str, Json]:
    """Return what the card takes of it, without what it would only read back."""
    if heard.kind is not Kind.ANSWER or heard.filled is None or heard.filled.doubtful:
        return {}
    return {name: heard.filled.matter.values[name] for name in heard.filled.understood}


def _conversation(context: object, number: int) -> Conversation:
    """Nothing open without a context; else the question of the flow, asked by itself, or what was asked `before`."""
    if context is None:
        return Conversation(SOME_MOMENT)
    if not isinstance(context, dict):
        raise BadQuestion(f'line {number}: "context" must be an object')
    before = context.get("before", "")
    if not isinstance(before, str) or len(before) > LONGEST:
        raise BadQuestion(f'line {number}: "before" must be a text of at most {LONGEST} characters')
    if "flow" not in context and "question" not in context:
        return Conversation(SOME_MOMENT, before=before)
    flow = FLOWS.get(str(context.get("flow")))
    if flow is None:
        raise BadQuestion(f"line {number}: there is no flow {context.get('flow')!r}, only {', '.join(FLOWS)}")
    question = next((one for one in flow.questions() if one.name == context.get("question")), None)
    if question is None:
        raise BadQuestion(f"line {number}: {flow.name} has no question {context.get('question')!r}")
    matter = Matter("", flow, VERSION, answers=_one_line(question))
    return Conversation(SOME_MOMENT, matter, before, one_question=question)


def _one_line(question: Question) -> Answers:
    """A line to speak of, where the question is about lines of an earlier one."""
    line: Json = [{"id": "L1", "text": "-"}]
    wanted: dict[str, Json] = {
        "lines": line,
        "agencies": line,
        "reply_of": "L1",
        "child": "P",
        "weights": {"L1": "trim"},
    }
    return NOTHING.hold({name: value for name, value in wanted.items() if name != question.name})
