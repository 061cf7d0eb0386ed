"""The first conversation at every point of its flow, for cards to be drawn from."""

from dialogs.flows.first_contact.conditions import POINTS
from dialogs.flows.first_contact.flow import FLOW as FIRST_CONTACT
from tests.cards.flow_states import FlowStates
from tests.cards.matters import Given

VISIT: Given = {
    "child": "P",
    "parents": "T, mother, and D, father",
    "visit_needs": ["none"],
    "which_language": "",
}
INTERPRETER: Given = {
    **VISIT,
    "visit_needs": ["interpreter", "language", "large_print", "read_out"],
    "which_language": "Somali",
}
TWO_LEFT = ("privacy_notice", "parents_understand")
TALKED: Given = {
    **VISIT,
    "outcome": "talked",
    "talked_when": "2026-03-10T10:00",
    "talked_with": "T and D, at home",
    "covered": list(POINTS),
    "parents_asked": "Who at school would hear? I said only those who need to.",
    "understood": "You tell us before you tell school",
    "worries": "",
    "parents_want": ["none"],
}
MISSING: Given = {**TALKED, "covered": [point for point in POINTS if point not in TWO_LEFT]}
NEXT_VISIT: Given = {**VISIT, "covered": MISSING["covered"]}
"""Two points were left when the note of the first visit was copied."""
A_COPY: Given = {**MISSING, "parents_want": ["a_copy", "their_file"], "worries": "D was in care and has seen his file"}
AGAIN: Given = {
    **MISSING,
    "again": "yes",
    "again_when": "2026-03-11T09:30",
    "covered_since": ["privacy_notice"],
    "again_asked": "Whether it costs anything",
}

FIRST_CONTACT_STATES = FlowStates(
    flow=FIRST_CONTACT,
    before={
        "visit": {},
        "talked": {**VISIT, "outcome": "talked"},
        "talked_again": {**MISSING, "again": "yes"},
    },
    answers={
        "before the visit": ("checklist", VISIT),
        "before the next visit": ("checklist_left", NEXT_VISIT),
        "an interpreter": ("checklist", INTERPRETER),
    },
    notes={
        "not yet talked": VISIT,
        "not yet talked again": NEXT_VISIT,
        "all said": TALKED,
        "two left": MISSING,
        "a copy": A_COPY,
        "none said": {**TALKED, **INTERPRETER, "covered": ["none"], "understood": "", "parents_asked": ""},
        "talked again": AGAIN,
        "talked again, all said": {**AGAIN, "covered_since": list(TWO_LEFT)},
        "talked again, nothing more": {**AGAIN, "covered_since": ["none"], "again_asked": ""},
    },
    filled_in={
        **A_COPY,
        **INTERPRETER,
        "again": "yes",
        **{k: v for k, v in AGAIN.items() if k.startswith("again")},
        "covered_since": ["privacy_notice"],
    },
)
