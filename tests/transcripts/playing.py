"""Playing a transcript: finding on the card what a turn names by the words that a person reads."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from tests.scenarios.reading import Card, Json
from tests.scenarios.running import Bot
from tests.scenarios.worker import Worker
from tests.transcripts.reading import Transcript, Turn, folded

_NUMBER = re.compile(r"^\(\d+\) ")
_CODE = re.compile(r"\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b")


async def play(transcript: Transcript, bot: Bot) -> Iterator[str]:
    """Take every turn; returns what was missing: the bot's lines that were not on the newest card."""
    people: dict[str, Worker] = {}
    missing: list[str] = []
    for number, turn in enumerate(transcript.turns, start=1):
        worker = people.setdefault(turn.speaker, Worker(bot, turn.speaker.lower().replace(" ", "-")))
        await _take(worker, turn, people.values())
        now = folded(_read(worker))
        missing += [f"turn {number}: {line!r} is not in {now!r}" for line in turn.shown if line not in now]
    return iter(missing)


async def _take(worker: Worker, turn: Turn, people: Iterable[Worker]) -> None:
    if not turn.button:
        await worker.say(_with_code(turn.text, people))
        return
    button, within = _button(worker.card, turn.button)
    inputs = dict(_inputs(worker.card, within, turn.filled))
    await worker.send(worker.clicking(str(button["verb"]), {**button["data"], **worker.card.filled, **inputs}))


def _read(worker: Worker) -> str:
    """Everything that came last: the card, words below it, or a message without a card."""
    if worker.reply and "message" in worker.reply.get("type", ""):
        return str(worker.reply["value"])
    return "\n".join(card.text for card in (worker.card, *worker.below))


def _with_code(text: str, people: Iterable[Worker]) -> str:
    """The text, with the newest code that is on anybody's card in the place of `{code}`."""
    if "{code}" not in text:
        return text
    shown = [code for worker in people for code in _CODE.findall(worker.card.text)]
    codes = [code for code in shown if set(code) != {"X", "-"}]
    return text.replace("{code}", codes[-1])


def _button(card: Card, title: str) -> tuple[Json, Json]:
    """The button of that title, and what holds its inputs: its box where it opens one, else the whole card."""
    title, _, which = title.partition(" #")
    for opens in (one for one in card.elements if one.get("type") == "Action.ToggleVisibility"):
        boxes = [one for one in card.elements if one.get("id") in opens.get("targetElements", ())]
        sends = [one for box in boxes for one in Card("", box).presses]
        if _begins(opens, title) and sends:
            return sends[0], boxes[0]
    found = [one for one in card.presses if one["title"] == title] or [
        one for one in card.presses if _begins(one, title)
    ]
    if not found:
        raise AssertionError(f"no button {title!r}, only {[one['title'] for one in card.presses]}:\n{card.text}")
    return found[int(which or 1) - 1], card.content


def _begins(element: Mapping[str, object], title: str) -> bool:
    """By its title, or by the longer name that tells apart buttons of one title, such as "Change: You and them"."""
    return any(str(element.get(name) or "").startswith(title) for name in ("title", "tooltip"))


def _inputs(card: Card, within: Json, filled: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """(id, value) for each input named by its label, the next of that name where there are several."""
    names = list(Card("", within).inputs.items())
    for label, said in filled:
        place = next((n for n, (_, one) in enumerate(names) if folded(one["label"]).startswith(label)), None)
        if place is None:
            raise AssertionError(f"no input {label!r}, only {[one['label'] for _, one in names]}:\n{card.text}")
        name, element = names[place]
        yield name, _value(element, said)
        if label == "Time":
            names = names[place + 1 :]


def _value(element: Json, said: str) -> str:
    if "choices" in element:
        return ",".join(_chosen(element, part.strip()) for part in said.split(" + "))
    if element["type"] == "Input.Date":
        return datetime.strptime(said, "%d/%m/%Y").date().isoformat()  # noqa: DTZ007  a day, no moment
    return said.replace(" / ", "\n")


def _chosen(element: Json, title: str) -> str:
    """The option of that title, with or without the number that it carries after a typed turn."""
    options = {_NUMBER.sub("", one["title"]): str(one["value"]) for one in element["choices"]}
    found = [options[title]] if title in options else [v for shown, v in options.items() if shown.startswith(title)]
    if not found:
        raise AssertionError(f"no option {title!r}, only {list(options)}")
    return found[0]
