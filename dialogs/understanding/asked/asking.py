"""Which paragraphs a question is about, whether the guidance answers it, and how sure that is."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dialogs.understanding.asked.model import model
from dialogs.understanding.asked.refused import is_refused
from dialogs.understanding.asked.words import words_of_question

Sure = Literal["sure", "which", "no"]
COVERED, COVERED_TOLD = 0.48, 0.56
"""The paragraphs' shares together, from which on a question counts as one that the guidance answers: by itself, and
where something is told with it."""
SURE_COVERED, SURE_COVERED_TOLD = 0.92, 0.95
SURE_BEST = 0.78
"""What the paragraphs together, and those that the best one answers for, must have before it is shown as the answer."""
GAP_CLEAR = 0.4
FEWEST_REFS = 3
NEGLIGIBLE = 0.02
FOLLOW_UP = re.compile(
    r"\s*(?:(?:ok|okay|so)[\s,]+)?(?:and|or|but|what about|how about|same|where|what if|then)\b", re.IGNORECASE
)
FOLLOW_UP_WORDS = 5


class Asked(Struct, frozen=True):
    """How a question was read.

    `refs`: the paragraphs, best first; none where the guidance does not answer. `gap`: what is known to be missing from
    the guidance, where that is what was asked. `flow`: what to begin for it. `text`: the question as it was read, the
    one before it included.
    """

    sure: Sure
    covered: bool
    refs: tuple[str, ...]
    gap: str | None
    flow: str | None
    text: str = ""


def ask(text: str, before: Asked | None = None) -> Asked:
    """Read a question; a short one such as "and the dad?" together with the one before it."""
    asked = _ask(text)
    if before and before.text and asked.sure != "sure" and is_follow_up(text):
        return _ask(f"{before.text} {text}")
    return asked


def is_follow_up(text: str) -> bool:
    """Whether a message is understood only with the one before it."""
    return len(text.split()) <= FOLLOW_UP_WORDS and FOLLOW_UP.match(text) is not None


def _ask(text: str) -> Asked:
    if is_refused(text) or model().knows_nothing_of(text):
        return Asked("no", covered=False, refs=(), gap=None, flow=None, text=text)
    told = words_of_question(text).asks is not None
    return replace(asked_of(model().shares(text), model().flows, model().companions, told=told), text=text)


def asked_of(
    shares: Mapping[str, float], flows: Mapping[str, str], companions: Mapping[str, frozenset[str]], *, told: bool
) -> Asked:
    """How a question with these shares is read. `told`: something is told with it, which asks for more likelihood."""
    refs = {name: share for name, share in shares.items() if name[0].isdigit()}
    together = sum(refs.values())
    if together < (COVERED_TOLD if told else COVERED):
        return Asked("no", covered=False, refs=(), gap=_clear_gap(shares), flow=None)
    ranked = sorted(refs, key=lambda ref: -refs[ref])
    best = sum(share for ref, share in refs.items() if _answers(ranked[0], ref, companions))
    needed = SURE_COVERED_TOLD if told else SURE_COVERED
    sure: Sure = "sure" if together >= needed and best >= SURE_BEST else "which"
    kept = [ref for at, ref in enumerate(ranked) if at < FEWEST_REFS or refs[ref] >= NEGLIGIBLE]
    return Asked(sure, covered=True, refs=tuple(kept), gap=None, flow=_flow(refs, flows))


def _answers(best: str, ref: str, companions: Mapping[str, frozenset[str]]) -> bool:
    """Whether a paragraph answers what another does: it is the same, its parent, or answers most of those as well."""
    return best in (ref, family(ref)) or best in companions[ref]


def family(ref: str) -> str:
    """The paragraph that this one is a part of, or itself."""
    return ref.partition("(")[0]


def _clear_gap(shares: Mapping[str, float]) -> str | None:
    best = max((name for name in shares if name.startswith("gap:")), key=lambda name: shares[name])
    return best.removeprefix("gap:") if shares[best] >= GAP_CLEAR else None


def _flow(refs: Mapping[str, float], flow_of: Mapping[str, str]) -> str | None:
    flows: defaultdict[str, float] = defaultdict(float)
    for ref, share in refs.items():
        flows[flow_of[ref]] += share
    best = max(flows, key=lambda flow: flows[flow])
    return None if best == "none" else best
