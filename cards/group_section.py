"""The other recipients of the same information, each with its outcome."""

from cards.actions import button
from cards.elements import Action, Buttons, OwnWords, Part, Run, rich
from cards.people import as_listed, child_of, them_of
from cards.times import format_day
from cards.words import render_text
from dialogs.engine.matter import Matter

MOST_OTHERS = 5


def group_section(matter: Matter, others: tuple[Matter, ...]) -> list[Part]:
    """Return "Also about P: the GP: not yet; the school nurse: shared 11/03/2026", with a button to each of them."""
    if not others:
        return []
    shown = [as_listed(one) for one in others[:MOST_OTHERS]]
    said = "; ".join(f"{_whom(one)}: {_state(one)}" for one in shown)
    text = render_text("group.also", child=child_of(matter))
    more = [Run(text=f" {render_text('group.more')}")] if len(others) > MOST_OTHERS else []
    opens: tuple[Action, ...] = tuple(button("open", title=_title(one), about=one.id) for one in shown)
    return [rich([Run(text=f"{text} ", weight="Bolder"), Run(text=f"{said}."), *more]), Buttons(actions=opens)]


def _whom(one: Matter) -> OwnWords:
    return OwnWords(them_of(one)) if one.values.get("recipient") else render_text("group.no_one_yet")


def _title(one: Matter) -> OwnWords:
    return render_text("group.open", them=_whom(one))


def _state(one: Matter) -> OwnWords:
    outcome = one.values.get("outcome")
    dated = str(one.values.get(one.flow.dated) or "")
    if outcome == "shared" and dated:
        return render_text("group.shared", date=format_day(dated))
    return render_text(f"group.{outcome}" if outcome in ("not_shared", "passed_on") else "group.not_yet")
