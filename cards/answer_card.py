"""The answer card: what the guidance says, what to do next, why, and what would change it."""

from datetime import datetime

from cards import words
from cards.actions import button, danger, open_url, toggle
from cards.answer_rows import AnswerRow, rows_of
from cards.approvals.alternatives import instead
from cards.approvals.answer_section import first_step, stands_first, ways_to_ask
from cards.close_section import closing_boxes
from cards.continue_section import further_ways, ways_beyond
from cards.elements import (
    Action,
    Box,
    Buttons,
    Card,
    Column,
    OwnWords,
    Part,
    Row,
    Run,
    TextBlock,
    Toggle,
    rich,
)
from cards.people import Council, names
from cards.presenters import headline, presenter_of
from cards.reasons_section import changes_of, reasons_of, tensions_of
from dialogs.engine.matter import Matter
from dialogs.engine.size_limits import text_size, weight_of
from dialogs.engine.valid_actions import offers
from dialogs.flows.telling import only_one_knows, told_afterwards, unsafe_to_tell
from dialogs.screens import TheAnswer
from guidance.decision import Decision
from guidance.paragraphs import OWNER, TITLE, VERSION, paragraph

LONGEST_SAID = 160
LARGEST = 27_000
"""Bytes: above this a card is drawn leaner, so that with a notice above it a message still holds it."""
SURELY_SMALL = 2_000
"""Bytes of a worker's own words with which an answer never comes near that."""


def draw(screen: TheAnswer, council: Council, now: datetime) -> Card:
    """The answer on these facts, with its paragraphs, the worker's answers and the ways to close.

    With very long answers it is drawn lean: the refs open nothing, what would change it is left out, and the ways to
    close ask on a card of their own.
    """
    full = _drawn(screen, council, now, lean=False)
    if _surely_small(screen.matter) or full.size() <= LARGEST:
        return full
    return _drawn(screen, council, now, lean=True)


def _surely_small(matter: Matter) -> bool:
    """Little was written, and its flow shows little more than every answer does."""
    return text_size(matter) < SURELY_SMALL and not presenter_of(matter).long


def _drawn(screen: TheAnswer, council: Council, now: datetime, *, lean: bool) -> Card:
    matter, decision = screen.matter, screen.decision
    said = headline(matter, decision)
    request = screen.looked_at.request
    body = [*instead(screen, council), TextBlock(text=said, style="heading", size="Large", weight="Bolder")]
    body += stands_first(matter, request, council, now)
    body += _hold_on(matter, decision)
    face = presenter_of(matter)
    body += _numbered([*first_step(request, council), *face.steps(matter, decision, council)])
    body += _outside(decision)
    body += _wording(matter, decision)
    body += face.below(matter, decision, council)
    why = words.label(words.in_flow(matter.flow.name, "answer.why"))
    body.append(TextBlock(text=why, style="heading", weight="Bolder", spacing="Medium"))
    body += _reasons(matter, decision, lean=lean)
    body += _more(matter, decision, lean=lean)
    body += ways_to_ask(matter, decision, screen.looked_at)
    body += ways_beyond(matter)
    body += closing_boxes(matter, decision, now, lean=lean)
    body += further_ways(matter, screen.others)
    body.append(TextBlock(text=_rests_on(council), size="Small", is_subtle=True))
    body += _newer_law(decision, council)
    return Card(fallback_text=said, body=tuple(body), actions=_actions(matter, council))


def _hold_on(matter: Matter, decision: Decision) -> list[Part]:
    """Where telling the parents is itself in doubt, said before the steps: neither go ahead nor tell yet."""
    if not unsafe_to_tell(decision):
        return []
    hold_on = "hold_on_one_knows" if only_one_knows(decision) else "hold_on"
    said = words.label(words.in_flow(matter.flow.name, f"steps.{hold_on}"))
    return [TextBlock(text=said, weight="Bolder")]


def _outside(decision: Decision) -> list[Part]:
    """3.2  Where one of the parents knows and another doesn't: all there is to say of it, on a card of its own."""
    if not only_one_knows(decision):
        return []
    opens = button("outside", title=words.label("outside.one_parent.title"), about="one_parent")
    return [Buttons(actions=(opens,), spacing="Small")]


def _numbered(said: list[tuple[Run, ...]]) -> list[Part]:
    return [rich((Run(text=f"{number}. "), *runs), spacing="Small") for number, runs in enumerate(said, start=1)]


def _reasons(matter: Matter, decision: Decision, *, lean: bool) -> list[Part]:
    """Each reason with its ref; pressing the ref shows what that paragraph says."""
    said = reasons_of(matter, decision)
    if lean:
        return [rich((*runs, Run(text=f" ({ref})")), spacing="Small") for ref, runs in said]
    parts: list[Part] = []
    for number, (ref, runs) in enumerate(said):
        opened = f"ref{number}"
        parts.append(rich((*runs, Run(text=" "), _ref(ref, opened)), spacing="Small"))
        parts.append(_restated(ref, opened))
    return parts


def _ref(ref: str, opened: str) -> Run:
    tooltip = words.label("buttons.paragraph", ref=ref)
    action = Toggle(title=tooltip, target_elements=(opened,))
    return Run(text=f"({ref})", select_action=action)


def _restated(ref: str, opened: str) -> Box:
    said = paragraph(ref)
    force = words.label(f"force.{said.force}")
    heading = Run(text=f"{ref} {said.heading} ({force}): ", weight="Bolder", size="Small")
    return Box(
        id=opened, is_visible=False, style="emphasis", items=(rich((heading, Run(text=said.text, size="Small"))),)
    )


def _more(matter: Matter, decision: Decision, *, lean: bool) -> list[Part]:
    """What is there to open: what would change it, the tensions, the answers."""
    parts: list[Part] = []
    for number, runs in enumerate(tensions_of(matter, decision)):
        if number == 0:
            parts.append(TextBlock(text=words.label("answer.tension"), weight="Bolder", spacing="Medium"))
        parts.append(rich(runs, spacing="Small"))
    changes = [] if lean else changes_of(matter, decision)
    opens: list[Action] = [toggle("your_answers", "answers")]
    if changes:
        opens.insert(0, toggle("what_would_change", "changes"))
    parts.append(Buttons(actions=tuple(opens), spacing="Medium"))
    if changes:
        parts.append(Box(id="changes", is_visible=False, style="emphasis", items=tuple(_bulleted(changes))))
    parts.append(Box(id="answers", is_visible=False, style="emphasis", items=tuple(_answers(matter))))
    return parts


def _bulleted(said: list[tuple[Run, ...]]) -> list[Part]:
    return [rich((Run(text="\u2022 "), *runs), spacing="Small") for runs in said]


def _answers(matter: Matter) -> list[Part]:
    """The answers, card by card as they were asked, with a way to change each."""
    parts: list[Part] = []
    for card in (*matter.before_answer.passed, *matter.after_answer.passed):
        rows = rows_of(matter, card.asked(matter.values))
        if rows:
            parts.append(_asked_together(matter, card.name, rows))
    return parts


def _asked_together(matter: Matter, card: str, rows: list[AnswerRow]) -> Row:
    said = [
        rich((Run(text=f"{row.label} ", is_subtle=True), Run(text=shortened(row))), spacing="Small") for row in rows
    ]
    title = words.label(f"cards.{card}.title", **names(matter))
    heading = TextBlock(text=title, weight="Bolder")
    tooltip = OwnWords(f"{words.label('buttons.change')}: {title}")
    change = Buttons(actions=(button("change", matter, tooltip=tooltip, about=card),))
    return Row(
        columns=(Column(width="stretch", items=(heading, *said)), Column(width="auto", items=(change,))), separator=True
    )


def shortened(row: AnswerRow) -> str:
    """What was answered, on one line, cut where it is long: the whole of it stands on its card."""
    whole = "; ".join(row.said)
    said = whole[:LONGEST_SAID]
    while weight_of(said) > 2 * LONGEST_SAID:
        said = said[: len(said) // 2]
    return said if said == whole else f"{said.rstrip()}\u2026"


def _rests_on(council: Council) -> OwnWords:
    return words.label("answer.rests_on", title=TITLE, owner=OWNER, date=council.guidance_date, version=VERSION)


def _newer_law(decision: Decision, council: Council) -> list[Part]:
    """The council's dated line on newer law, apart from the answer, where that is not a yes."""
    if not council.newer_law_notice or decision.may_go_ahead_now is not False:
        return []
    return [Box(items=(rich(words.say("answer.newer_law", notice=council.newer_law_notice)),), separator=True)]


def _wording(matter: Matter, decision: Decision) -> list[Part]:
    """The words that the steps speak of, right under them; those for parents last when they are for afterwards."""
    later = told_afterwards(decision)
    drafts = [draft for draft in matter.flow.texts if offers(matter, draft.verb)]
    drafts.sort(key=lambda draft: later and draft.name == "parents")
    values = {**names(matter), "afterwards": later}
    ways = [button(draft.verb, matter, title=words.label(f"buttons.{draft.verb}", **values)) for draft in drafts]
    return [Buttons(actions=tuple(ways))] if ways else []


def _actions(matter: Matter, council: Council) -> tuple[Action, ...]:
    ways = (button("back", matter), button("stop", matter), danger(matter))
    return (*ways, *open_url("guidance", council.guidance_url))
