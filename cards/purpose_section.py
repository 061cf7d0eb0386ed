"""The purpose in whole sentences, read back on the step after the one that asked it."""

from cards.elements import Part, Run, rich
from cards.people import display_name_of
from cards.sentence_parts import reason_clause, use_clause
from cards.words import key_for_flow, render_text
from dialogs.engine.flow import Standing
from dialogs.engine.matter import Matter

LONGEST_SAID = 300
"""Characters of one sentence that are said back."""
ALSO_ON = "weigh"
"""Each line is weighed for what it will be used for, whatever was asked between."""


def purpose_line(matter: Matter, standing: Standing) -> list[Part]:
    """Return one small line of sentences if the purpose was just typed; else nothing."""
    before = standing.passed[-1:] if standing.passed else ()
    asked = {ask.question.name for card in before for ask in card.asks}
    if standing.step and standing.step.name == ALSO_ON:
        asked |= {"why", "used_for"}
    said = [sentence for name in ("why", "used_for") if name in asked and (sentence := _sentence(matter, name))]
    if not said:
        return []
    return [rich([Run(text=" ".join(map(_short, said)), is_subtle=True, size="Small")], spacing="Small")]


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SAID else f"{sentence[:LONGEST_SAID]}\u2026"


def _sentence(matter: Matter, name: str) -> str:
    if name == "why":
        doing = render_text(key_for_flow(matter.flow.name, "said_back.doing"))
        return reason_clause(matter.values.get("why")).after(doing)
    who = display_name_of(matter)
    using = f"{who[:1].upper()}{who[1:]} {render_text('said_back.using')}"
    return use_clause(matter.values.get("used_for")).after(using)
