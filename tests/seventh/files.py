"""The files of the seventh flow, as its owner would write them: nothing else in the project names it."""

from pathlib import Path

RULES = '''"""Recording a decision (3.8): the decision and its reasons stand on the record, whatever was decided."""

from guidance.counterfactuals import both
from guidance.decision import Decision, Outcome
from guidance.facts import Facts, YesNoUnsure
from guidance.flow_rules import FlowRules
from guidance.next_steps import next_steps
from guidance.paragraphs import VERSION
from guidance.reasons import spoken
from guidance.rule import Rule, always, holding


class RecordingFacts(Facts):
    reasons_recorded: YesNoUnsure | None = None


def reasons_missing(facts: RecordingFacts) -> bool:
    """3.8  The reasons are not on the record; not sure counts as not."""
    return facts.reasons_recorded is not True


RULES: tuple[Rule[RecordingFacts], ...] = (
    Rule("3.8", "reasons_not_recorded", reasons_missing),
    Rule("3.8", "reasons_recorded", lambda facts: not reasons_missing(facts)),
    Rule("3.8", "record", always),
)


def required(facts: RecordingFacts) -> tuple[str, ...]:
    return ("reasons_recorded",)


def outcome(facts: RecordingFacts) -> Outcome:
    return (not reasons_missing(facts), ())


def decide(facts: RecordingFacts) -> Decision:
    held = holding(RULES, facts, nothing_may_be_shared=False)
    may_go, todo = outcome(facts)
    return Decision(
        flow="recording",
        may_go_ahead_now=may_go,
        outstanding_before_go_ahead=todo,
        inform_parents=None,
        exception_grounds=None,
        author_written_consent_needed=False,
        discuss_with_author_agency=False,
        legal_advice_needed=False,
        redaction_needed_by_worker_and_manager=False,
        legal_services_redaction_needed=False,
        must_cut_down_or_not_share=False,
        must_refer_to_allocated_worker_or_supervisor=False,
        details_in_case_note=(),
        tell_family_afterwards_or_when_safe=False,
        next_steps=next_steps(held, (), may_go_ahead=None, inform_parents=None),
        reasons=spoken(held),
        weighed=tuple(rule.words for rule in held),
        guidance_version=VERSION,
    )


FLOW = FlowRules(
    name="recording",
    facts=RecordingFacts,
    required=required,
    rules=RULES,
    decide=decide,
    outcome=outcome,
    flips=both(RecordingFacts, "reasons_recorded"),
    coded=("reasons_recorded",),
)
'''
SENTENCES = """reasons_not_recorded = "The reasons for the decision are not on the record yet."
reasons_recorded = "The reasons for the decision are on the record."
"""
FLOW = '''"""Recording a decision: the questions, in the order of 3.8."""

from typing import Any

from dialogs.engine.answers import Values
from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.engine.flow import Ask, Flow, OutcomeAction, Step
from dialogs.engine.questions import Choice, Words
from dialogs.flows.shared_questions import CHILD, PLAIN, YES_NO_UNSURE
from guidance.decision import Decision

DECIDED = Words("decided_what", "3.8", long=False)
RECORDED = Choice("reasons_recorded", "3.8", YES_NO_UNSURE, plain_words=PLAIN)
TOLD_WHOM = Words("recorded_by", "3.8", long=False)


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    said = {"yes": True, "no": False}.get(str(values.get("reasons_recorded")), "unsure")
    return "recording", {"reasons_recorded": said}


def closed(values: Values) -> bool:
    return values.get("outcome") == "recorded"


def may_close(_: Values, decision: Decision) -> bool:
    return decision.may_go_ahead_now is True


FLOW = Flow(
    name="recording",
    steps=(Step("decided", (Ask("", CHILD), Ask("3.8", DECIDED), Ask("3.8", RECORDED))),),
    closing=(Step("recorded", (Ask("3.8", TOLD_WHOM, closed),)),),
    facts=facts,
    actions=(OutcomeAction("recorded", "recorded", {"outcome": "recorded"}, may_close, typed="it'?s recorded"),),
    shown_actions=lambda _, decision: ("recorded",) if decision.may_go_ahead_now else (),
    kept=("child", "outcome"),
    first_message=FirstMessage("decision recording", (Start(Fit.SURE, ("recording (?:a|my|the) decision",)),)),
)
'''
PRESENTER = '''"""The presenter of a decision to be recorded."""

from typing import Any

from cards.labels import child_of, label_values
from cards.elements import OwnWords
from cards.letters import render_letter
from cards.people import Council
from cards.presenter import FlowPresenter, Runs, WelcomePlace
from cards.words import render_runs, render_text
from dialogs.engine.matter import Matter
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode


def headline(_: Matter, decision: Decision) -> str:
    return "whole" if decision.may_go_ahead_now else "lacks_reasons"


def steps(matter: Matter, decision: Decision, _: Council) -> list[Runs]:
    return [] if decision.may_go_ahead_now else [render_runs("steps.write_reasons", **label_values(matter))]


def filled(matter: Matter, _: Decision) -> dict[str, Any]:
    return label_values(matter)


def note(matter: Matter, _: Decision, __: Council) -> str:
    code = encode(*matter.flow.facts(matter.values))
    values = matter.values
    return render_letter(
        "recording/note",
        child=child_of(matter),
        decided=values["decided_what"],
        by=values["recorded_by"],
        version=VERSION,
        code=code,
    )


def heading(matter: Matter, _: Decision) -> OwnWords:
    return render_text("note.headings.recording", **label_values(matter))


PRESENTER = FlowPresenter(
    headline=headline,
    steps=steps,
    filled=filled,
    note=note,
    note_heading=heading,
    welcome=WelcomePlace("ask", 5),
)
'''
WORDS = """[flows]
recording = "Recording a decision"
[buttons.flow]
recording = "Record a decision"
[buttons]
recorded = "It's recorded"
save_recorded = "Draft the note"
[cards]
decided.title = "What was decided"
recorded.title = "Who recorded it"
[questions.decided_what]
label = "What was decided?"
[questions.reasons_recorded]
label = "Are the reasons on the record?"
[questions.reasons_recorded.options]
yes = "Yes"
no = "No"
unsure = "Not sure"
[questions.recorded_by]
label = "Who recorded it? Initials and job"
[in_recording.them]
unknown = "the decision"
[in_recording.headlines]
whole = "The decision and its reasons are on the record."
lacks_reasons = "The reasons are still to be recorded."
[steps]
write_reasons = "Write why, on {{ child }}'s record."
[why]
reasons_not_recorded = "The reasons are not there yet."
reasons_recorded = "The reasons are there."
[in_recording.why]
record = "Every decision is recorded."
[in_recording.changes]
"reasons_recorded.true" = "If the reasons were recorded, nothing would be left to do."
"reasons_recorded.false" = "If the reasons were not recorded, they would be next."
[in_recording.note.kinds]
information_sharing = "Recording (choose from the council's list)"
[note.headings]
recording = "A decision recorded about {{ child }}"
"""
NOTE = """DECISION ABOUT {{ child }}
{{ decided }}
Recorded by {{ by }}.

Rests on 3.8. Guidance version {{ version }}. Replay code {{ code }}.
"""
FILES = {
    "guidance/flows/recording.py": RULES,
    "guidance/flows/recording.toml": SENTENCES,
    "dialogs/flows/recording/__init__.py": "",
    "dialogs/flows/recording/flow.py": FLOW,
    "cards/flows/recording/__init__.py": "",
    "cards/flows/recording/presenter.py": PRESENTER,
    "cards/words/recording.toml": WORDS,
    "cards/letters/recording/note.j2": NOTE,
}


def written(root: Path) -> Path:
    """The flow's files in this folder."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
