"""One card of each kind as a file that can be pasted into the Adaptive Card Designer.

`make goldens` writes the files again after a change that was meant; look at the diff before it goes in.
"""

import json
from functools import cache
from pathlib import Path

from tests.cards.drawn import as_sent
from tests.cards.states import every_state
from tests.cards.walking import Json, without_fallbacks

FOLDER = Path(__file__).parent / "golden"

KINDS = {
    "welcome": "welcome, 3 kept",
    "on_the_phone": "on the phone",
    "authority_caller": "authority: asking caller",
    "authority_ring_back": "authority: answer: told, not rung back yet",
    "authority_not_yours": "authority: answer: not my case",
    "authority_summary_no": "authority: answer: the summary says no",
    "authority_passed_on": "authority: note: passed on, in other words",
    "case_summary_entry": "case_summary: note: what may not is missing",
    "receive_came_in": "receive: asking came_in",
    "receive_limits": "receive: asking limits",
    "receive_note_limit": "receive: note: a limit",
    "receive_note_no_name": "receive: note: no name yet",
    "receive_note_document": "receive: note: a document to pass on",
    "first_contact_visit": "first_contact: asking visit",
    "first_contact_talked": "first_contact: asking talked",
    "first_contact_checklist": "first_contact: answer: an interpreter",
    "first_contact_note_two_left": "first_contact: note: two left",
    "first_contact_leaflet": "first_contact: words leaflet: before the visit",
    "first_contact_let_go": "first_contact: let go: two left",
    "help": "help, matter open",
    "usage": "usage, full",
    "practice_home": "practice: home, an educator's",
    "practice_story": "practice: share-anger-before-the-gp: story",
    "practice_asking": "practice: share-anger-before-the-gp: you_and_them, told of the last",
    "practice_would_do": "practice: share-anger-before-the-gp: would do",
    "practice_how_it_went": "practice: share-anger-before-the-gp: trap 0",
    "practice_note": "practice: beside: note",
    "practice_own_words": "practice: own words, all missing",
    "practice_rehearsal": "practice: rehearsal, replied",
    "practice_progress": "practice: progress",
    "your_call": "practice: your call first",
    "practice_group": "practice: group, with what is set",
    "practice_supervision": "practice: for supervision",
    "practice_case_day": "practice: case-the-second-phone--day-3: story",
    "practice_follow_up": "practice: case-the-second-phone--day-4: trap 0",
    "practice_found": "practice: own words, looked through",
    "practice_show_it": "practice: to be shown",
    "practice_looked_at": "practice: a play looked at",
    "my_calls": "practice: my calls",
    "which_one": "which one",
    "outside_research": "outside research",
    "outside_out_of_hours": "outside out_of_hours",
    "outside_newer_law": "outside newer_law",
    "something_else": "something else, matter not open",
    "about_me": "about me, 3 kept",
    "act_now": "act now, in a matter",
    "my_matters": "my matters",
    "my_matters_page_2": "my matters, page 2",
    "my_matters_delete": "my matters, asked to delete",
    "handing_over": "handing over, a code is out",
    "the_code": "the code",
    "taken_over": "taken over, said to the giver",
    "handed_over": "handed over",
    "asking_again": "again, from harm",
    "asking_grounds_again": "again, come to grounds",
    "answer_with_others": "answer: told, 3 others",
    "not_here": "not here",
    "moved_on": "moved on",
    "blank_deleted": "blank, deleted",
    "blank_let_go": "blank, let go",
    "list_changed": "list changed",
    "asking_you_and_them": "asking you_and_them",
    "asking_you_and_them_typed": "asking you_and_them, numbered, 2 held",
    "asking_you_and_them_faults": "asking you_and_them, all faults",
    "asking_what_and_why": "asking what_and_why",
    "asking_author": "asking author",
    "asking_weigh": "asking weigh",
    "asking_closer_look": "asking closer_look",
    "asking_parents_know": "asking parents_know",
    "asking_tell_first": "asking tell_first",
    "asking_grounds": "asking grounds, danger",
    "asking_told_since": "asking told_since",
    "asking_staff": "asking staff",
    "asking_court_first": "asking court_first",
    "asking_parents_look": "asking parents_look",
    "asking_parents_put": "asking parents_put",
    "asking_shared": "asking shared",
    "asking_passed_on": "asking passed_on",
    "asking_not_shared": "asking not_shared",
    "answered": "answered tell_first",
    "answer_yes": "answer: told",
    "answer_yes_untold": "answer: harm",
    "answer_tell_first": "answer: tell first",
    "answer_supervisor": "answer: risk, no harm known",
    "answer_not_yours": "answer: not my case",
    "answer_several": "answer: everything at once",
    "note_told": "note: told",
    "note_harm": "note: harm",
    "note_not_shared": "note: not shared",
    "note_passed_on": "note: passed on",
    "let_go": "let go: harm",
    "let_go_still_to_do": "let go: still to do",
    "note_still_to_do": "note: still to do",
    "channel_prompt": "channel: waits, needed by",
    "channel_digest": "channel: digest",
    "supervisor_untold": "supervisor: untold",
    "supervisor_not_telling": "supervisor: not_telling",
    "supervisor_agreed": "supervisor: agreed",
    "supervisor_away": "supervisor: away?",
    "supervisor_stands_in": "supervisor: stands in",
    "supervisor_named": "supervisor: named, 3 waiting",
    "worker_which_team": "worker: untold, waits, which team",
    "worker_taken_out": "worker: untold, waits, taken out of the channel",
    "supervisor_list": "supervisor: list",
    "still_waiting": "worker: still waiting",
    "worker_request_agreed": "worker: untold, agreed",
    "worker_requests": "worker: list",
    "worker_question": "worker: a question to the supervisors",
    "follow_up": "follow-up",
    "follow_up_words": "follow-up, words",
    "follow_up_done": "follow-up, done: tell_family",
    "follow_up_reply": "follow-up, reply",
    "follow_up_fault": "follow-up, fault in move_follow_up",
    "follow_ups": "follow-ups",
    "team_follow_ups": "team follow-ups",
    "words_parents_before": "words for the parents before, ring and write and text",
    "words_parents_after": "words for the parents after, ring and write and text",
    "words_recipient": "words for the recipient, untold",
    "document_asking_case": "document: asking doc_case",
    "document_asking_agreement": "document: asking doc_agreement",
    "document_answer_not_yet": "document: answer: nothing done",
    "document_answer_yes": "document: answer: ready, on a care order",
    "document_note": "document: note: given",
    "document_words_author": "document: words author: nothing done",
    "gather_asking_agencies": "gather: asking agencies",
    "gather_asking_grounds": "gather: asking checks_grounds of checks",
    "gather_asking_reply": "gather: asking reply",
    "gather_answer_untold": "gather: answer: further risk, no harm known",
    "gather_note_reply": "gather: note: a reply",
    "gather_words_requests": "gather: words requests: told",
    "notice": "notice deleted",
    "term": "term need_to_know",
    "paragraph": "paragraph 3.9(a)",
}
"""The file of each kind, and the state that it shows."""


def written(card: Json) -> str:
    """The card as it is in its file, each press once: its fallback is the same."""
    return json.dumps(without_fallbacks(card), indent=1, ensure_ascii=False) + "\n"


@cache
def expected() -> dict[str, str]:
    """What each file should hold, by its name. Only these states are drawn."""
    states = every_state()
    return {f"{name}.json": written(as_sent(states[state])) for name, state in KINDS.items()}


def main() -> None:
    """Write every file, and take away those of kinds that are no more."""
    texts = expected()
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.json"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
