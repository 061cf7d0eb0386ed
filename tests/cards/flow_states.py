"""Every screen of one flow, in the states that its answers bring it to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dialogs.card_actions import erase_text
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter, offers
from dialogs.engine.questions import Fault
from dialogs.screens import AfterCopy, Answered, Asking, Shown, TheAnswer, TheNote, WordsToUse
from guidance.paragraphs import VERSION
from tests.cards.matters import MATTER_ID, NOW, Given
from tests.dialogs.desks import desk_of


@dataclass(frozen=True)
class FlowStates:
    """What brings a flow to each of its screens.

    `before`: for each card, answers after which it is the one being asked. `answers`: each kind of answer by a name of
    its own, with its headline. `notes`: the answers that bring each form of the note. `filled_in`: an answer to every
    question. `came_from`: the matter that one of these went on from, where some do.
    """

    flow: Flow
    before: Mapping[str, Given]
    answers: Mapping[str, tuple[str, Given]]
    notes: Mapping[str, Given]
    filled_in: Given
    came_from: str = ""
    extra: tuple[tuple[str, Shown], ...] = field(default_factory=tuple)

    def matter(self, *given: Given, danger: bool = False) -> Matter:
        """A matter of the flow with these answers; later ones win."""
        values = {name: value for part in given for name, value in part.items()}
        made = Matter(MATTER_ID, self.flow, VERSION, danger=danger, came_from=self.came_from)
        return made.hold(values) if values else made

    def every(self) -> Iterator[tuple[str, Shown]]:
        """Every screen by a name that says which flow it is of."""
        for part in (self._asked, self._answers, self._notes, self._answered):
            for name, shown in part():
                yield f"{self.flow.name}: {name}", shown
        yield from self.extra

    def _asked(self) -> Iterator[tuple[str, Shown]]:
        for card in self.flow.every_step():
            one = self.matter(self.before[card.name])
            standing = one.position
            assert standing.step is not None and standing.step.name == card.name, (card.name, standing.step)
            faults = {question.name: Fault(question.name, "missing") for question in standing.questions}
            yield f"asking {card.name}", Shown(Asking(one, standing))
            yield f"asking {card.name}, numbered", Shown(Asking(one, standing, numbered=True))
            yield f"asking {card.name}, all faults", Shown(Asking(one, standing, faults))
            again = self.matter({**self.filled_in, **self.before[card.name]})
            names = [question.name for question in standing.questions]
            again = again.hold({name: self.filled_in[name] for name in names}).reopen(*names)
            yield f"asking {card.name}, answered before", Shown(Asking(again, again.position))
            flagged = self.matter(self.before[card.name], danger=True)
            yield f"asking {card.name}, danger", Shown(Asking(flagged, flagged.position))

    def _answers(self) -> Iterator[tuple[str, Shown]]:
        for name, (_, given) in self.answers.items():
            one = self.matter(given)
            yield f"answer: {name}", Shown(TheAnswer(one, one.decision()))
            for draft in self.flow.texts:
                if offers(one, draft.verb):
                    yield f"words {draft.name}: {name}", Shown(WordsToUse(one, one.decision(), draft.name))

    def _notes(self) -> Iterator[tuple[str, Shown]]:
        for name, given in self.notes.items():
            one = self.matter(given)
            yield f"note: {name}", Shown(TheNote(one, one.decision()))
            for draft in self.flow.texts:
                if offers(one, draft.verb):
                    yield (
                        f"words {draft.name} from the note: {name}",
                        Shown(WordsToUse(one, one.decision(), draft.name)),
                    )
            gone = erase_text(one, desk_of(one, now=NOW))
            yield f"let go: {name}", Shown(AfterCopy(gone))

    def _answered(self) -> Iterator[tuple[str, Shown]]:
        whole = self.matter(self.filled_in)
        for card in self.flow.every_step():
            yield f"answered {card.name}", Shown(Answered(whole, card.name))
