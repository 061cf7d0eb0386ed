"""Who of the parents was told, and who was not, as the notes say it; and when the family is told afterwards."""

from cards import words
from cards.elements import OwnWords
from cards.people import day, moment
from dialogs.engine.answers import Values
from dialogs.engine.children import together
from dialogs.engine.matter import Matter
from dialogs.engine.who_was_told import EVERYONE, NOT_YET, TOLD
from dialogs.flows.share.conditions import one_told_since, since_by_each
from dialogs.flows.telling import told_afterwards, unsafe_to_tell
from guidance.decision import Decision


def told_since(matter: Matter, key: str) -> str:
    """That they were told after the first answer: who, when and how."""
    return words.plain(words.in_flow(matter.flow.name, key), who=_those(matter.values, TOLD), **_how(matter)).text


def one_knows(matter: Matter, decision: Decision) -> list[str]:
    """What is known of who was told, where one of the parents knows and another doesn't; and what follows."""
    since = one_told_since(matter.values)
    said = words.label("note.one_knows")
    if since:
        told, left = _those(matter.values, TOLD), _those(matter.values, NOT_YET)
        said = OwnWords(words.plain("note.one_told_since", told=told, left=left, **_how(matter)).text)
    outside = [] if told_afterwards(decision) else [words.label("note.one_knows_outside")]
    return [said, *outside]


def some_know(matter: Matter) -> bool:
    """Whether one of the parents knows and another doesn't, by what was said at first or since."""
    return bool(matter.facts()[1].get("only_one_parent_told"))


def tell_family(matter: Matter, decision: Decision) -> OwnWords:
    """What is left to be done once it went untold: who is to be told, and on what that rests."""
    rests_on = "sensitive" if decision.tell_family_afterwards_or_when_safe else "practice"
    without = "departed_in_doubt" if unsafe_to_tell(decision) else "departed"
    key = f"note.tell_family.{rests_on if told_afterwards(decision) else without}"
    left = _those(matter.values, NOT_YET) if one_told_since(matter.values) else ""
    return words.label(key, left=left, when=day(matter.values["look_again"]))


def _those(values: Values, said: str) -> str:
    """Those of whom this was said, by the names they go by; empty where no one is known by name."""
    return together(one for one, value in since_by_each(values).items() if value == said and one != EVERYONE)


def _how(matter: Matter) -> dict[str, str]:
    values = matter.values
    return {"when": moment(values.get("told_when")), "how": str(values.get("told_how") or "").rstrip(" .")}
