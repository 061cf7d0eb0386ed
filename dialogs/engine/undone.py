"""A matter as it was before the way on that was taken last."""

from dataclasses import replace

from dialogs.engine.matter import Matter


def before_the_last_way(matter: Matter) -> Matter | None:
    """The matter without what the last way on said and asked; None when none was taken."""
    mark = next((mark for mark in matter.flow.marks if mark in matter.values), None)
    if mark is None:
        return None
    cards = {way.step for way in matter.flow.actions if way.mark == mark}
    asked = [ask.question.name for card in matter.flow.closing if card.name in cards for ask in card.asks]
    return replace(matter, answers=matter.answers.without([mark, *asked]))
