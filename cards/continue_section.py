"""Buttons that continue a matter: into another flow, back to an earlier one, to other recipients, to a colleague."""

from cards.elements import Action, Buttons, OwnWords, Part, Run, rich
from cards.labels import child_of, label_values
from cards.layout import button, small_heading
from cards.people import as_listed
from cards.times import format_day
from cards.words import render_text
from dialogs.engine.matter import Matter, goes_on, offers


def further_ways(matter: Matter, others: tuple[Matter, ...]) -> list[Part]:
    """Return the other recipients, and buttons for someone else, the same again and a colleague."""
    further: list[Action] = [button(verb, matter) for verb in ("another", "again") if offers(matter, verb)]
    ways = Buttons(actions=(*further, button("hand_over", matter, about=matter.id)), spacing="Small")
    return [*group_section(matter, others), ways]


def continue_section(matter: Matter) -> list[Part]:
    """Return buttons into other flows, with what they are for; empty when there is nowhere to go."""
    ways: list[Action] = []
    for other in goes_on(matter):
        title = render_text(f"buttons.hand_on.{matter.flow.name}_{other.to}", **label_values(matter))
        ways.append(button("hand_on", matter, title=title, about=other.to))
    if not ways:
        return []
    heading = small_heading(render_text("beyond.heading"))
    return [heading, Buttons(actions=tuple(ways))]


MOST_OTHERS = 5


def group_section(matter: Matter, others: tuple[Matter, ...]) -> list[Part]:
    """Return "Also about P: the GP: not yet; the school nurse: shared 11/03/2026", with a button to each of them."""
    if not others:
        return []
    shown = [as_listed(one) for one in others[:MOST_OTHERS]]
    said = "; ".join(f"{_whom(one)}: {_state(one)}" for one in shown)
    text = render_text("group.also", child=child_of(matter))
    more = [Run(text=f" {render_text('group.more')}")] if len(others) > MOST_OTHERS else []
    opens: tuple[Action, ...] = tuple(
        button("open", title=render_text("group.open", them=_whom(one)), about=one.id) for one in shown
    )
    return [rich([Run(text=f"{text} ", weight="Bolder"), Run(text=f"{said}."), *more]), Buttons(actions=opens)]


def _whom(one: Matter) -> OwnWords:
    return OwnWords(label_values(one)["them"]) if one.values.get("recipient") else render_text("group.no_one_yet")


def _state(one: Matter) -> OwnWords:
    outcome = one.values.get("outcome")
    dated = str(one.values.get(one.flow.dated) or "")
    if outcome == "shared" and dated:
        return render_text("group.shared", date=format_day(dated))
    return render_text(f"group.{outcome}" if outcome in ("not_shared", "passed_on") else "group.not_yet")
