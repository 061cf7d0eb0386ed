"""What a first message says already of a flow's questions."""

from collections.abc import Callable

from dialogs.engine.answers import Values
from dialogs.engine.questions import Question


def read_answers(*questions: Question) -> Callable[[str], Values]:
    """What a text says of these questions; the rest is asked."""

    def read(text: str) -> Values:
        found = {question.name: question.read_text(text, {}, first=False) for question in questions}
        return {name: said.value for name, said in found.items() if said is not None}

    return read
