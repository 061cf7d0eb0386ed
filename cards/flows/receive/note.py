"""The case note of information received: who, what, how it came and any limit, apart from what the worker thinks."""

from cards.answer_rows import option_label
from cards.elements import OwnWords
from cards.flows.receive.template_context import who
from cards.letters import render_letter
from cards.people import Council, child_of, label_values
from cards.times import format_date_time
from cards.words import render_text
from dialogs.engine.matter import Matter
from dialogs.flows.receive import conditions as when
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode


def heading(matter: Matter, decision: Decision) -> OwnWords:
    kind = "received_in_part" if decision.missing_from_record else "received"
    return render_text(f"note.headings.{kind}", **label_values(matter))


def details(matter: Matter, decision: Decision, _: Council) -> str:
    """The Details field. Nothing in it says that any of this was passed on."""
    values = matter.values
    filled = {
        "child": child_of(matter),
        "named": when.named(values),
        "from_whom": str(values.get("from_whom") or "").strip(" ,;"),
        "from_job": str(values.get("from_job") or "").strip(" ,.;"),
        "who": who(matter),
        "how": option_label(matter, "came_how", values.get("came_how")),
        "when": format_date_time(values.get("came_when")),
        "rung_back": _rung_back(matter),
        "they_said": values.get("they_said", ""),
        "limit": when.limit_stated(values),
        "limit_says": when.limit_said(values),
        "came_with": values.get("came_with"),
        "my_view": values.get("my_view", ""),
        "missing": [render_text(f"note.missing.{name}") for name in decision.missing_from_record or ()],
        "version": VERSION,
        "code": encode(*matter.flow.facts(values)),
    }
    return render_letter("receive/note", **filled)


def _rung_back(matter: Matter) -> str:
    said = matter.values.get("rung_back")
    return render_text(f"note.rung_back.{said}") if when.by_phone(matter.values) and said else ""
