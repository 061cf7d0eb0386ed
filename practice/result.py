"""What a trainee's answers come to: every choice judged, the two last questions, and the points."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.engine.answers import Json
from practice.final_questions import RESTS_ON, WOULD_DO, decisive_refs, judge_conclusion, judge_ref
from practice.judging import POINTS, JudgedChoice, Judgement, judge_all
from practice.scenario import Scenario
from practice.simulation import Walk, model_walk

FIRST_ANSWERS = "first"
"""The name under which the first answer to each choice is kept, where feedback comes at once."""


@dataclass(frozen=True, slots=True)
class PlayResult:
    """Everything that there is to say of one play."""

    scenario: Scenario
    right: Walk
    judged: tuple[JudgedChoice, ...]
    would_do: str
    rests_on: str
    decision_verdict: Judgement
    ref_verdict: Judgement

    @property
    def verdicts(self) -> tuple[Judgement, ...]:
        """All of them, in order."""
        return (*(one.verdict for one in self.judged), self.decision_verdict, self.ref_verdict)

    @property
    def points(self) -> int:
        """Two for each that is right, one for each that is defensible."""
        return sum(POINTS[verdict] for verdict in self.verdicts)

    @property
    def most(self) -> int:
        """What could be reached on the way that was taken; with every choice right, the whole scenario's."""
        return POINTS[Judgement.RIGHT] * sum(verdict is not Judgement.NOT_REACHED for verdict in self.verdicts)

    @property
    def noticed(self) -> tuple[str, ...]:
        """What can be said for it: of each question that was answered right throughout."""
        well: dict[str, bool] = {}
        for one in self.judged:
            name = one.choice.question.name
            well[name] = well.get(name, True) and one.verdict is Judgement.RIGHT
        return tuple(text for name, text in self.scenario.noticed.items() if well.get(name))

    def by_ref(self) -> dict[str, tuple[int, int]]:
        """Of each paragraph that was asked about: how many were right, of how many."""
        found: dict[str, tuple[int, int]] = {}
        decisive = decisive_refs(self.right)[:1]
        rows: list[tuple[tuple[str, ...], Judgement]] = [
            (one.refs, one.verdict) for one in self.judged if one.verdict is not Judgement.NOT_REACHED
        ]
        rows += [(decisive, self.decision_verdict), (decisive, self.ref_verdict)]
        for refs, verdict in rows:
            for ref in refs:
                right, asked = found.get(ref, (0, 0))
                found[ref] = (right + (verdict is Judgement.RIGHT), asked + 1)
        return found


def judge_play(scenario: Scenario, values: Mapping[str, Json], taken: Mapping[str, Json] | None = None) -> PlayResult:
    """The result of these values; the two last answers stand among them. `taken`: as in `judge_all`."""
    right = model_walk(scenario)
    do, ref = str(values.get(WOULD_DO) or ""), str(values.get(RESTS_ON) or "")
    judged = judge_all(scenario, right, values, taken)
    return PlayResult(scenario, right, judged, do, ref, judge_conclusion(do, right), judge_ref(ref, right))
