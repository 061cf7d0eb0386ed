"""The answer card: what the guidance says and what to do first; why, the answers and going on open in place."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from cards.answer_sections import answers_section, close_section, why_section
from cards.answer_steps import fitting, step_parts
from cards.approvals.answer_section import alternatives_box, ask_section, instead_section, request_box, request_step
from cards.continue_section import continue_section, further_ways
from cards.elements import Action, Box, Buttons, Card, Execute, OwnWords, Part, TextBlock, rich
from cards.labels import label_values
from cards.layout import (
    Section,
    actions_in_view,
    button,
    button_rows,
    danger_button,
    folded,
    large_heading,
    small_print,
    words_in_view,
)
from cards.people import Council
from cards.presenter import StepRow
from cards.presenters import headline_text, presenter_of
from cards.reasons_section import refs_of
from cards.words import key_for_flow, render_runs, render_text
from dialogs.engine.matter import Matter, offers
from dialogs.engine.size_limits import text_size
from dialogs.flows.telling import only_one_knows, told_afterwards, unsafe_to_tell
from dialogs.screens import TheAnswer
from guidance.decision import Decision

MOST_WORDS, MOST_WORDS_LONG = 150, 200
"""Words in view on an answer, and on one with a ledger."""
MOST_ACTIONS_LONG = 8
"""Buttons in view on an answer with a ledger, those at its foot among them."""
WORDS_OF_MORE = 6
"""Words of the button that opens the other steps."""
MOST_STEPS_LOOKED_AT = 3
"""How many of the first steps show their buttons at once, on an answer with a ledger."""
LEAN_ABOVE = 27_150
"""Bytes: above this a card is drawn leaner, so that with a notice above it a message still holds it."""
SURELY_SMALL = 2_000
"""Bytes of a worker's own words with which an answer never comes near that."""


def draw_answer(screen: TheAnswer, council: Council, now: datetime) -> Card:
    """Draw the answer on these facts, its first steps and what is pressed most; the rest opens in place.

    With very long answers it is drawn lean: the refs open nothing, what would change it is left out, and the ways to
    close ask on a card of their own.
    """
    full = _Answer(screen, council, now, lean=False).draw()
    if _is_surely_small(screen.matter) or full.size() <= LEAN_ABOVE:
        return full
    return _Answer(screen, council, now, lean=True).draw()


def _is_surely_small(matter: Matter) -> bool:
    """Whether little was typed and the flow adds little to an answer, so that its size need not be measured."""
    return text_size(matter) < SURELY_SMALL and not presenter_of(matter).long


class _Answer:
    """One answer as it is drawn. `brief`: it has a ledger, so that fewer buttons are shown at once."""

    def __init__(self, screen: TheAnswer, council: Council, now: datetime, *, lean: bool) -> None:
        self.screen, self.council, self.now, self.lean = screen, council, now, lean
        self.matter, self.decision = screen.matter, screen.decision
        self.face = presenter_of(screen.matter)
        self.brief = self.face.long
        self.steps = [StepRow(runs) for runs in request_step(screen.looked_at.request, council)]
        self.steps += self.face.rows(self.matter, self.decision, council)
        self.asked = ask_section(self.matter, screen.looked_at, cannot_wait=screen.cannot_wait)
        request = screen.looked_at.request
        self.waits = bool(self.asked) or (request is not None and request.is_open)
        self.goes = self.decision.may_go_ahead_now is True and not self.waits
        ways = self.matter.flow.shown_actions(self.matter.values, self.decision)
        self.ways = tuple(way for number, way in enumerate(ways) if self._is_in_view(number, way))
        self.kept_ways = tuple(way for way in ways if way not in self.ways)
        letters = _letters(self.matter, self.decision)
        said = _said_in(self.steps[:MOST_STEPS_LOOKED_AT]) if self.brief else ()
        self.letters = tuple(sorted(letters, key=lambda letter: letter.title not in said)) if said else letters

    def _is_in_view(self, number: int, way: str) -> bool:
        """Whether a way to close is looked for now: once it may go, or where a step speaks of it."""
        if self.screen.cannot_wait:
            return False
        if self.decision.may_go_ahead_now:
            return not (self.brief and number)
        return render_text(f"buttons.{way}") in _said_in(
            self.steps[:MOST_STEPS_LOOKED_AT] if self.brief else self.steps
        )

    def draw(self) -> Card:
        said = headline_text(self.matter, self.decision)
        above = [*alternatives_box(self.screen, self.council), large_heading(said)]
        above += request_box(self.matter, self.screen.looked_at.request, self.council, self.now)
        above += _warning_to_wait(self.matter, self.decision)
        above += _parents_first(self.matter, self.decision)
        below = self._below()
        foot = self._foot()
        letters = self.letters[: self._most_letters()]
        shown = self._steps_in_view([*above, *below, Buttons(actions=(*letters, *foot))])
        seen = self._numbered(shown)[: len(shown)]
        if not self._is_within([*above, *below, Buttons(actions=(*letters, *foot)), *seen]):
            letters = ()
            shown = self._steps_in_view([*above, *below, Buttons(actions=foot)])
        steps = self._numbered(shown)
        more = steps[len(shown) :]
        title = render_text(key_for_flow(self.matter.flow.name, "answer.more_steps"), more=len(more))
        if not more and not self.brief:
            title = render_text("answer.letters")
        more += [*self.face.settled(self.matter, self.decision), *button_rows(self.letters[len(letters) :])]
        body = [*above, *steps[: len(shown)], *folded([Section("steps", title, tuple(more))])]
        body += [*button_rows(self._marked(letters, [self.steps[place] for place in shown])), *below]
        return Card(fallback_text=said, body=tuple(body), actions=foot)

    def _numbered(self, shown: Sequence[int]) -> list[Part]:
        """Return all steps, those in view first, so that the numbers in view have no gap."""
        others = (place for place in range(len(self.steps)) if place not in shown)
        return step_parts([self.steps[place] for place in (*shown, *others)], self.matter)

    def _most_letters(self) -> int:
        """Return how many buttons for letters are in view; the others are among the other steps."""
        if self.screen.cannot_wait:
            return 0
        return int(not self.waits) if self.brief else len(self.letters)

    def _most_words(self) -> int:
        return MOST_WORDS_LONG if self.brief else MOST_WORDS

    def _is_within(self, in_view: list[Part]) -> bool:
        """Whether this much fits in view together with the button for the other steps."""
        few = not self.brief or actions_in_view(in_view) < MOST_ACTIONS_LONG
        return few and words_in_view(in_view) <= self._most_words() - WORDS_OF_MORE

    def _steps_in_view(self, in_view: list[Part]) -> list[int]:
        """Return the places of the steps that there is room for beside what else is in view."""
        if self.screen.cannot_wait:
            return []
        words = self._most_words() - words_in_view(in_view)
        presses = MOST_ACTIONS_LONG - actions_in_view(in_view) - 1 if self.brief else len(self.steps)
        whole = fitting(self.steps, words, presses)
        return whole if len(whole) == len(self.steps) else fitting(self.steps, words - WORDS_OF_MORE, presses)

    def _below(self) -> list[Part]:
        """Return what is in view under the steps, with the row of sections that open."""
        parts = [*_one_parent_button(self.decision), *self.face.below(self.matter, self.decision, self.council)]
        parts += [small_print(render_text("answer.rests_on", refs=refs_of(self.decision))), *self.asked]
        primary = self.ways[0] if self.goes and self.ways else ""
        parts += close_section(self.matter, self.ways, self.now, lean=self.lean, primary=primary)
        newer = _newer_law_notice(self.decision, self.council)
        why = why_section(self.matter, self.decision, self.council, lean=self.lean)
        if self.screen.cannot_wait:  # what can be done now takes the room
            why = replace(why, parts=(*why.parts, *newer))
        else:
            parts += newer
        onward = Section("onward", render_text("beyond.further"), tuple(self._onward()))
        return [*parts, *folded([why, answers_section(self.matter), onward])]

    def _onward(self) -> list[Part]:
        parts = [*further_ways(self.matter, self.screen.others), *continue_section(self.matter)]
        parts += instead_section(self.matter, self.decision, self.screen.looked_at)
        parts += close_section(self.matter, self.kept_ways, self.now, lean=self.lean)
        return [*parts, Buttons(actions=self._leaving())] if self.brief else parts

    def _leaving(self) -> tuple[Action, ...]:
        way_back = () if self._has_way_back() else self._way_back()
        return (*way_back, button("back", self.matter), button("stop", self.matter))

    def _way_back(self) -> tuple[Action, ...]:
        return (button("go_back_to", self.matter),) if self.matter.came_from else ()

    def _has_way_back(self) -> bool:
        """Whether the way back is in view; until a supervisor has seen a document, its request is instead."""
        return not (self.brief and self.waits)

    def _foot(self) -> tuple[Action, ...]:
        way_back = self._way_back() if self._has_way_back() else ()
        return (*way_back, *(() if self.brief else self._leaving()), danger_button(self.matter))

    def _marked(self, letters: Iterable[Execute], steps: Iterable[StepRow]) -> tuple[Execute, ...]:
        """Mark the first letter that a step in view speaks of as the one to press, where nothing else is."""
        first = next((one for one in letters if one.title in _said_in(steps)), None)
        marked = first is not None and not self.goes and not self.waits
        return tuple(
            msgspec.structs.replace(one, style="positive") if marked and one is first else one for one in letters
        )


def _warning_to_wait(matter: Matter, decision: Decision) -> list[Part]:
    """Warn, above the steps, neither to go ahead nor to tell the parents where telling them may not be safe."""
    if not unsafe_to_tell(decision):
        return []
    hold_on = "hold_on_one_knows" if only_one_knows(decision) else "hold_on"
    said = render_text(key_for_flow(matter.flow.name, f"steps.{hold_on}"))
    return [TextBlock(text=said, weight="Bolder")]


def _parents_first(matter: Matter, decision: Decision) -> list[Part]:
    """3.5, 3.9  Return what the parents hear before anything goes, and when not to tell them after all."""
    if unsafe_to_tell(decision) or "inform_parents_first" not in decision.outstanding_before_go_ahead:
        return []
    names = ("stop_if",) if len(decision.outstanding_before_go_ahead) == 1 else ("tell_first", "stop_if")
    said = [render_text(key_for_flow(matter.flow.name, f"steps.{name}"), **label_values(matter)) for name in names]
    return [TextBlock(text=OwnWords(" ".join(said)), weight="Bolder")]


def _one_parent_button(decision: Decision) -> list[Part]:
    """3.2  Offer the card on the case that the guidance leaves open: one parent knows and another doesn't."""
    if not only_one_knows(decision):
        return []
    opens = button("outside", title=render_text("outside.one_parent.title"), about="one_parent")
    return [Buttons(actions=(opens,), spacing="Small")]


def _newer_law_notice(decision: Decision, council: Council) -> list[Part]:
    """Return the council's dated line on newer law, unless the answer is a yes."""
    if not council.newer_law_notice or decision.may_go_ahead_now is not False:
        return []
    return [Box(items=(rich(render_runs("answer.newer_law", notice=council.newer_law_notice)),), separator=True)]


def _said_in(steps: Iterable[StepRow]) -> set[str]:
    """Return what steps say, run by run: a button that one speaks of is a run of its own."""
    return {run.text for step in steps for run in step.runs}


def _letters(matter: Matter, decision: Decision) -> tuple[Execute, ...]:
    """Return buttons for the letters that the steps speak of; the parents' last if they are told afterwards."""
    later = told_afterwards(decision)
    drafts = [draft for draft in matter.flow.texts if offers(matter, draft.verb)]
    drafts.sort(key=lambda draft: later and draft.name == "parents")
    values = {**label_values(matter), "afterwards": later}
    return tuple(button(draft.verb, matter, title=render_text(f"buttons.{draft.verb}", **values)) for draft in drafts)
