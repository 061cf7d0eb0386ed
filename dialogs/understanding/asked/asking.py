"""Which paragraphs a question is about, whether the guidance answers it, and how sure that is."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dialogs.understanding.asked.model import Known, model
from dialogs.understanding.asked.refused import is_refused
from dialogs.understanding.asked.words import words_of_question
from dialogs.understanding.question_form import is_asked

Sure = Literal["sure", "which", "no"]
COVERED, COVERED_TOLD = 1.05, 1.7
"""How much has to speak for the paragraphs before the guidance answers a question: by itself, and where something is
told."""
GAP_COUNTS, SMALLEST = 0.45, 1e-6
"""How much the likeliest gap, however small its share, speaks against the paragraphs."""
SHORTEST_TOLD = 12
"""Words of a single sentence that tells something."""
SURE_COVERED, SURE_COVERED_TOLD = 0.96, 0.97
SURE_BEST = 0.8
"""What the paragraphs together, and those that the best one answers for, must have before it is shown as the answer."""
RARE_COUNTS = 0.45
"""How much a paragraph that few examples are about is preferred to one that many are."""
FIRST_TELL = {"5.1": "5.2"}
"""A paragraph that lets us act, and the one that asks for telling first: what speaks for the second is not answered by
the first."""
GAP_CLEAR = 0.4
FLOWS_COUNT = {"share": 0.7, "gather": 1.4, "receive": 1.2, "authority": 1.2}
"""How much the paragraphs of a flow count for it: those of sharing are the most, and right as well where others are."""
FLOW_CLEAR = 0.55
"""What the paragraphs of a flow must have of all paragraphs' shares to be begun against what a pattern says."""
FEWEST_REFS = 3
NEGLIGIBLE = 0.02
FOLLOW_UP = re.compile(
    r"\s*(?:(?:ok|okay|so)[\s,]+)?(?:and|or|but|what about|how about|same|where|what if|then)\b", re.IGNORECASE
)
FOLLOW_UP_WORDS = 5


class Asked(Struct, frozen=True):
    """How a question was read.

    `refs`: the paragraphs, best first; none where the guidance does not answer. `gap`: what is known to be missing from
    the guidance, where that is what was asked. `flow`: what to begin for it, and whether that is clear. `text`: the
    question as it was read, the one before it included.
    """

    sure: Sure
    covered: bool
    refs: tuple[str, ...]
    gap: str | None
    flow: str | None
    text: str = ""
    is_flow_clear: bool = False


def ask(text: str, before: Asked | None = None) -> Asked:
    """Read a question; a short one such as "and the dad?" together with the one before it."""
    asked = _ask(text)
    if before and before.text and asked.sure != "sure" and is_follow_up(text):
        return _ask(f"{before.text} {text}")
    return asked


def is_follow_up(text: str) -> bool:
    """Whether a message is understood only with the one before it."""
    return len(text.split()) <= FOLLOW_UP_WORDS and FOLLOW_UP.match(text) is not None


@lru_cache(maxsize=64)  # what begins a flow is asked about twice: when it is heard, and when it begins
def _ask(text: str) -> Asked:
    if is_refused(text) or model().knows_nothing_of(text):
        return Asked("no", covered=False, refs=(), gap=None, flow=None, text=text)
    return replace(asked_of(model().shares(text), model().known, told=tells_something(text)), text=text)


def tells_something(text: str) -> bool:
    """Whether something is told, in a sentence of its own or in a long one that asks nothing by its form."""
    if words_of_question(text).asks is not None:
        return True
    return "?" not in text and len(text.split()) >= SHORTEST_TOLD and not is_asked(text)


def asked_of(shares: Mapping[str, float], known: Mapping[str, Known], *, told: bool) -> Asked:
    """How a question with these shares is read. `told`: something is told with it, which asks for more likelihood."""
    refs = {name: share for name, share in shares.items() if name[0].isdigit()}
    together = sum(refs.values())
    gap = max((name for name in shares if name.startswith("gap:")), key=lambda name: shares[name])
    if _covered(together, shares[gap]) < (COVERED_TOLD if told else COVERED):
        clear = gap.removeprefix("gap:") if shares[gap] >= GAP_CLEAR else None
        return Asked("no", covered=False, refs=(), gap=clear, flow=None)
    weighed = {ref: share / known[ref].common ** RARE_COUNTS for ref, share in refs.items()}
    ranked = sorted(refs, key=lambda ref: -weighed[ref])
    best = sum(share for ref, share in refs.items() if _answers(ranked[0], ref, known))
    needed = SURE_COVERED_TOLD if told else SURE_COVERED
    sure: Sure = "sure" if together >= needed and best >= SURE_BEST else "which"
    kept = [ref for at, ref in enumerate(ranked) if at < FEWEST_REFS or refs[ref] >= NEGLIGIBLE]
    flow, is_clear = _flow(weighed if told else refs, known)
    return Asked(sure, covered=True, refs=tuple(kept), gap=None, flow=flow, is_flow_clear=is_clear)


def _covered(together: float, gap: float) -> float:
    """How much speaks for the paragraphs: the logarithm of their odds, and how little there is of the likeliest gap.

    What is left to "none of these" says little: any text of an unknown kind has some of it.
    """
    odds = max(together, SMALLEST) / max(1 - together, SMALLEST)
    return math.log(odds) - GAP_COUNTS * math.log(max(gap, SMALLEST))


def _answers(best: str, ref: str, known: Mapping[str, Known]) -> bool:
    """Whether a paragraph answers what another does: it is the same, its parent, or answers most of those as well."""
    return best in (ref, family(ref)) or (best in known[ref].companions and family(ref) != FIRST_TELL.get(best))


def family(ref: str) -> str:
    """The paragraph that this one is a part of, or itself."""
    return ref.partition("(")[0]


def _flow(refs: Mapping[str, float], known: Mapping[str, Known]) -> tuple[str | None, bool]:
    """The flow that most of the paragraphs lead to, None where that is none, and whether they are clearly most."""
    flows: defaultdict[str, float] = defaultdict(float)
    for ref, share in refs.items():
        flows[known[ref].flow] += share
    best = max(flows, key=lambda flow: flows[flow] * FLOWS_COUNT.get(flow, 1.0))
    return None if best == "none" else best, flows[best] >= FLOW_CLEAR * sum(refs.values())
