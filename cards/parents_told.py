"""Who of the parents was told and who was not, for notes; and when the family is told afterwards."""

from cards.elements import OwnWords
from cards.times import format_date_time, format_day
from cards.words import key_for_flow, render_run, render_text
from dialogs.engine.answers import Values
from dialogs.engine.children import together
from dialogs.engine.matter import Matter
from dialogs.engine.who_was_told import EVERYONE, NOT_YET, TOLD
from dialogs.flows.share.conditions import one_told_since, since_by_each
from dialogs.flows.telling import told_afterwards, unsafe_to_tell
from guidance.decision import Decision


def told_since_line(matter: Matter, key: str) -> str:
    """Return who was told after the first answer, when and how."""
    return render_run(
        key_for_flow(matter.flow.name, key), who=_parents_with(matter.values, TOLD), **_telling_values(matter)
    ).text


def one_parent_lines(matter: Matter, decision: Decision) -> list[str]:
    """Return who was told and who was not, where one of the parents knows and another doesn't, and what follows."""
    since = one_told_since(matter.values)
    said = render_text("note.one_knows")
    if since:
        told, left = _parents_with(matter.values, TOLD), _parents_with(matter.values, NOT_YET)
        said = OwnWords(render_run("note.one_told_since", told=told, left=left, **_telling_values(matter)).text)
    outside = [] if told_afterwards(decision) else [render_text("note.one_knows_outside")]
    return [said, *outside]


def knows_only_one(matter: Matter) -> bool:
    """Whether one of the parents knows and another doesn't."""
    return bool(matter.facts()[1].get("only_one_parent_told"))


def tell_family_line(matter: Matter, decision: Decision) -> OwnWords:
    """Return who is still to be told, and on what that rests."""
    rests_on = "sensitive" if decision.tell_family_afterwards_or_when_safe else "practice"
    without = "departed_in_doubt" if unsafe_to_tell(decision) else "departed"
    key = f"note.tell_family.{rests_on if told_afterwards(decision) else without}"
    left = _parents_with(matter.values, NOT_YET) if one_told_since(matter.values) else ""
    return render_text(key, left=left, when=format_day(matter.values["look_again"]))


def _parents_with(values: Values, said: str) -> str:
    """Return the names of those parents with this answer; empty where nobody is known by name."""
    return together(one for one, value in since_by_each(values).items() if value == said and one != EVERYONE)


def _telling_values(matter: Matter) -> dict[str, str]:
    values = matter.values
    return {"when": format_date_time(values.get("told_when")), "how": str(values.get("told_how") or "").rstrip(" .")}
