"""Words to use in network checks: for the parents, and the request to each agency."""

from typing import Any

from cards.elements import Part, Run, TextInput, rich
from cards.flows.gather.template_context import asking, who_and_what
from cards.flows.share.letters import TO_SAY, left_out, read_through, safe_texts
from cards.labels import label_values
from cards.letters import letter_box, render_letter, speech_box
from cards.parents_wording import wording_for_parents
from cards.people import Council
from cards.presenter import Page
from cards.words import render_runs, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.telling import told_afterwards
from guidance.decision import Decision

OF_SHARE = frozenset({"text_before", "text_after_talking"})
"""Texts that name nothing of the matter, and so are the same in every flow."""


def parents(matter: Matter, decision: Decision, council: Council) -> Page:
    """Said, written and texted, before or after; only in ways that are safe for this family."""
    after = told_afterwards(decision)
    body: list[Part] = [rich(render_runs("wording.after_hint" if after else "wording.before_hint"))]
    body += read_through(matter)
    filled = asking(matter, council) | wording_for_parents(matter.values)
    for name in safe_texts(matter, after=after):
        text = render_letter(f"{'share' if name in OF_SHARE else 'gather'}/{name}", **filled)
        body += speech_box(name, text) if name in TO_SAY else letter_box(name, text)
    for reason in left_out(matter):
        body.append(rich(render_runs(f"wording.{reason}", **label_values(matter)), spacing="Small"))
    title = render_text("wording.parents_after" if after else "wording.parents_before", **label_values(matter))
    return Page(title, tuple(body))


def requests(matter: Matter, decision: Decision, council: Council) -> Page:
    """What to say on the phone, and for each agency a secure email: its own question, nothing of the others'."""
    filled = asking(matter, council)
    lines = filled["lines"]
    body: list[Part] = [rich(render_runs("wording.requests_hint", **label_values(matter)))]
    if not decision.may_go_ahead_now:
        body.append(rich(render_runs("wording.not_yet")))
    alone = len(lines) == 1
    what = who_and_what(lines[0])[1] if alone else render_text("wording.their_line")
    body += speech_box("request_said", render_letter("gather/request_said", **filled, what=what))
    for number, line in enumerate(lines, start=1):
        body += _request(number, line, filled)
    return Page(render_text("wording.requests", **label_values(matter)), tuple(body))


def _request(number: int, line: str, filled: dict[str, Any]) -> list[Part]:
    who, what = who_and_what(line)
    label = render_text("wording.labels.request_email", number=number)
    email = render_letter("gather/request_email", **filled, who=who, what=what)
    return [
        rich([Run(text=f"{number}. {line}", weight="Bolder")], spacing="Medium"),
        TextInput(id=f"words_request_{number}", label=label, is_multiline=True, value=email),
    ]
