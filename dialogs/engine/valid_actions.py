"""The actions that a matter's current phase offers: the same for a button, a typed command and a forged click."""

from collections.abc import Mapping

from dialogs.engine.flow import GeneratedText, OutcomeAction, Transition
from dialogs.engine.matter import Matter, Phase

ASKED = frozenset({Phase.ASKING, Phase.CLOSING})
OPEN = frozenset(Phase) - {Phase.COPIED}
DECIDED = frozenset({Phase.ANSWER, Phase.NOTE})
PHASES: Mapping[str, frozenset[Phase]] = {
    "next": ASKED,
    "carry_on": frozenset(Phase),
    "show_answer": DECIDED,
    "copied": frozenset({Phase.NOTE}),
    "addition": frozenset({Phase.COPIED}),
    "hand_on": DECIDED | {Phase.COPIED},
    "go_back_to": frozenset(Phase),
    "another": DECIDED,
    "again": frozenset({Phase.NOTE, Phase.COPIED}),
}
"""How far a matter must have come for a press to mean anything; those not named here fit until it is copied."""


IN_PRACTICE = frozenset({"next", "back", "stop", "change"})
"""All that practice has in common with real work: nothing of it is copied, closed, handed over or asked of anyone."""


def offers(matter: Matter, verb: str) -> bool:
    """Whether this press means anything in the matter's current phase."""
    if matter.practice and verb not in IN_PRACTICE:
        return False
    way, draft = matter.flow.actions_by_name.get(verb), matter.flow.texts_by_verb.get(verb)
    if way:
        return takes(matter, way)
    if draft:
        return matter.phase in DECIDED and of_use(matter, draft)
    if verb in ("another", "again"):
        carried = matter.flow.another if verb == "another" else matter.flow.again
        return carried is not None and matter.phase in PHASES[verb] and carried.offered(matter.values)
    return not verb.startswith("words_") and matter.phase in PHASES.get(verb, OPEN)


def takes(matter: Matter, way: OutcomeAction) -> bool:
    """Whether this way on can be taken now."""
    fitting = DECIDED if way.in_note else frozenset({Phase.ANSWER})
    return matter.phase in fitting and way.offered(matter.values, matter.decision())


def of_use(matter: Matter, text: GeneratedText | Transition) -> bool:
    """Whether this text to use, or this other flow, is of use with the current answers."""
    return text.offered(matter.values, matter.decision())


def goes_on(matter: Matter) -> tuple[Transition, ...]:
    """Return the flows that this matter can go on in now."""
    if matter.practice or matter.phase not in PHASES["hand_on"]:
        return ()
    copied = matter.phase is Phase.COPIED
    return tuple(other for other in matter.flow.transitions if other.once_copied is copied and of_use(matter, other))
