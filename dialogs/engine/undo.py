"""A matter without what was said or done last; and one of several things, such as replies, asked after another."""

from msgspec.structs import replace

from dialogs.engine.answers import Answer, Answers
from dialogs.engine.flow import Step
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.per_item import OfLine


def marks_of(matter: Matter, card: Step) -> list[str]:
    """Return the answers that say which of several things this step asks about; empty for any other step."""
    return [way.mark for way in matter.flow.actions if way.each_of and way.step == card.name]


def marks_of_each(matter: Matter) -> list[str]:
    """Return the answers that say which of several things was spoken of last: they close nothing."""
    return [way.mark for way in matter.flow.actions if way.each_of]


def asked_of_one(matter: Matter) -> Step | None:
    """Return the step that asks about one of several things, while it is the one being asked."""
    card = matter.after_answer.step if matter.phase is Phase.CLOSING else None
    return card if card and marks_of(matter, card) else None


def left(matter: Matter, card: Step) -> Matter:
    """Return the matter as it was before this card was opened, with its answers current again."""
    names = [ask.question.name for ask in card.asks]
    return matter.changed(answers=matter.answers.hold_again(names).without(marks_of(matter, card)))


def before_the_last(matter: Matter) -> Matter | None:
    """The matter without what was said last of one line; None when nothing was."""
    answers = dict(matter.answers.by_name)
    for question in matter.flow.questions():
        if isinstance(question, OfLine) and question.name in matter.values:
            value, line = matter.values[question.name], question.line(matter.values)
            if not isinstance(value, dict) or line not in value:
                return None
            answers[question.name] = Answer({name: said for name, said in value.items() if name != line})
    earlier = Answers(answers)
    return None if earlier == matter.answers else replace(matter, answers=earlier)


def before_the_last_way(matter: Matter) -> Matter | None:
    """The matter without what the last way on said and asked; None when none was taken."""
    mark = next((mark for mark in matter.flow.marks if mark in matter.values), None)
    if mark is None:
        return None
    cards = {way.step for way in matter.flow.actions if way.mark == mark}
    asked = [ask.question.name for card in matter.flow.closing if card.name in cards for ask in card.asks]
    return replace(matter, answers=matter.answers.without([mark, *asked]))
