"""The result of a play: every choice judged, the two last questions, and the points."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.engine.answers import Json
from practice.final_questions import RESTS_ON, WOULD_DO, decisive_refs, judge_conclusion, judge_ref
from practice.following_up import FOLLOWING_UP
from practice.judging import POINTS, JudgedChoice, Judgement, judge_all
from practice.scenario import Scenario
from practice.simulation import Walk, given_values, model_walk, walk_values
from practice.supervising import SUPERVISING

FIRST_ANSWERS = "first"
"""The name under which the first answer to each choice is kept, where feedback comes at once."""


@dataclass(frozen=True, slots=True)
class PlayResult:
    """`right`: the walk over what the story supports. `would_do` and `rests_on`: the two last answers, "" if open.

    `lets_through`: the answers on the way lead to a go-ahead that the rules do not give.
    """

    scenario: Scenario
    right: Walk
    judged: tuple[JudgedChoice, ...]
    would_do: str
    rests_on: str
    decision_verdict: Judgement
    ref_verdict: Judgement
    lets_through: bool = False

    @property
    def verdicts(self) -> tuple[Judgement, ...]:
        return (*(one.verdict for one in self.judged), self.decision_verdict, self.ref_verdict)

    @property
    def decision_right(self) -> bool:
        """Whether what they would do is right or more careful, and their own answers let through nothing wrong."""
        return self.decision_verdict in (Judgement.RIGHT, Judgement.DEFENSIBLE) and not self.lets_through

    @property
    def points(self) -> int:
        """The points; none where the decision is not right: whoever hears of it first is what a family lives with."""
        return sum(POINTS[verdict] for verdict in self.verdicts) if self.decision_right else 0

    @property
    def right_choices(self) -> int:
        return sum(verdict is Judgement.RIGHT for verdict in self.verdicts)

    @property
    def most(self) -> int:
        """The most points on the way that was taken; with every choice right, the whole scenario's."""
        return POINTS[Judgement.RIGHT] * sum(verdict is not Judgement.NOT_REACHED for verdict in self.verdicts)

    @property
    def noticed(self) -> tuple[str, ...]:
        """The praise for each question that was answered right throughout."""
        asked = {one.choice.question.name for one in self.judged}
        well = asked - {one.choice.question.name for one in self.judged if one.verdict is not Judgement.RIGHT}
        return tuple(text for name, text in self.scenario.noticed.items() if name in well)

    def by_ref(self) -> dict[str, tuple[int, int]]:
        """Return for each paragraph that was asked about how many answers were right, of how many."""
        decisive = decisive_refs(self.right)[:1]
        last = [(decisive, self.decision_verdict), (decisive, self.ref_verdict)]
        rows = [*((one.refs, one.verdict) for one in self.judged if one.verdict is not Judgement.NOT_REACHED), *last]
        right = Counter(ref for refs, verdict in rows if verdict is Judgement.RIGHT for ref in refs)
        return {ref: (right[ref], asked) for ref, asked in Counter(ref for refs, _ in rows for ref in refs).items()}


def judge_play(scenario: Scenario, values: Mapping[str, Json], taken: Mapping[str, Json] | None = None) -> PlayResult:
    """Judge these values, the two last answers among them. `taken`: as in `judge_all`."""
    right = model_walk(scenario)
    do, ref = str(values.get(WOULD_DO) or ""), str(values.get(RESTS_ON) or "")
    judged = judge_all(scenario, right, values, taken)
    verdicts = judge_conclusion(do, right), judge_ref(ref, right)
    return PlayResult(scenario, right, judged, do, ref, *verdicts, _lets_through(scenario, right, values))


def _lets_through(scenario: Scenario, right: Walk, values: Mapping[str, Json]) -> bool:
    theirs = walk_values(scenario, {**given_values(scenario), **values})
    if theirs.missing:
        return False
    if right.flow in (SUPERVISING, FOLLOWING_UP):
        less_careful = LETS_GO.get(theirs.conclusion, 0) > LETS_GO.get(right.conclusion, 0)
        return less_careful and judge_conclusion(theirs.conclusion, right) is Judgement.WRONG
    return theirs.decision.may_go_ahead_now is True and right.decision.may_go_ahead_now is not True


LETS_GO = {"agree": 1, "tell_now": 1, "all_told": 2}
"""How much a conclusion of practice alone lets go: who is told, and whether it is over."""
