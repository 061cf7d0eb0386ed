"""How a conversation starts: which flow a first message asks for, measured on questions in workers' own words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from dialogs.engine.first_messages import FirstMessage
from dialogs.first_message import said_at_first
from dialogs.flows.registry import FLOWS
from dialogs.screens import Asking, OnThePhone, Outside, WhichOne
from dialogs.understanding.commands import match_command
from dialogs.understanding.intents.matching import flow_named, match_flows
from dialogs.understanding.intents.outside_topics import TOPICS, topic_of
from tests.dialogs.asked import covered, not_covered
from tests.dialogs.desks import Worker
from tests.phrases import phrases

RIGHT, WRONG, STARTED_IN_GENERAL = 0.85, 0.04, 0.06
"""Shares of the questions that the patterns were written on: new ones will do worse, and then come to the buttons."""


@contextmanager
def without(flow: str) -> Iterator[None]:
    """There is no such flow; afterwards there is again, in its place."""
    before = dict(FLOWS)
    del FLOWS[flow]
    try:
        yield
    finally:
        FLOWS.clear()
        FLOWS.update(before)


def as_asked(flow: str) -> str:
    """The examples know one flow for who may disclose and for the entry that says so."""
    return "authority" if flow == "case_summary" else flow


def came_to(question: str, wanted: frozenset[str]) -> str:
    flows = {as_asked(flow) for flow in match_flows(question)}
    if topic_of(question) or not flows:
        return "refused" if topic_of(question) else "not understood"
    if len(flows) > 1:
        return "asked which" if flows & wanted else "wrong"
    return "right" if flows <= wanted else "wrong"


def test_most_questions_start_the_flow_that_they_belong_to_and_hardly_any_another() -> None:
    counted = Counter(came_to(question, flows) for question, flows in covered() if flows != {"none"})
    total = counted.total()
    assert total > 200
    assert counted["right"] >= RIGHT * total, counted
    assert counted["wrong"] <= WRONG * total, counted
    assert counted["refused"] == 0, counted


def test_hardly_any_question_about_the_guidance_itself_starts_a_flow() -> None:
    asked = [question for question, flows in covered() if flows == {"none"}]
    started = [question for question in asked if match_flows(question)]
    assert len(asked) > 50
    assert len(started) <= STARTED_IN_GENERAL * len(asked), started


def test_no_question_that_the_guidance_does_not_answer_starts_a_flow() -> None:
    started = [question for question in not_covered() if match_flows(question) and not topic_of(question)]
    assert started == []


def test_what_is_not_covered_is_refused_by_name_or_comes_to_guesses_or_buttons() -> None:
    counted = Counter(came_of(question) for question in not_covered())
    assert set(counted) <= {"Outside", "WhichOne", "Welcome", "Help"}, counted
    assert counted["Outside"] >= 45, counted


def came_of(question: str) -> str:
    return type(Worker().says(question).shown.screen).__name__


def test_every_topic_is_found_in_some_question_or_has_a_name_of_its_own() -> None:
    assert {topic.name for topic in TOPICS if not topic.names} == set()


ASKS_FOR: Mapping[str, tuple[str, ...]] = {
    "share": phrases("""
        share | Can I share this? | tell the school nurse about asthma | can i ring the GP about R | sharing
    """),
    "gather": ("network checks", "Network check", "new network checks", "lateral checks", "mash checks on this family"),
    "document": ("can i give dad the psychiatrist's report", "someone else's report", "who redacts it", "report"),
    "receive": ("information came in", "the nursery rang me with a worry", "school told me something"),
    "first_contact": ("first visit", "first conversation with parents", "where is the privacy notice"),
    "authority": ("may I answer this request?", "it's not my case, can I tell the GP", "not my case"),
    "case_summary": ("case summary entry", "should it be in the case summary"),
    "none": ("purple", "what is the weather", "tell me a joke", "", "?", "12", "asthma"),
}


@pytest.mark.parametrize(("flow", "text"), [(flow, text) for flow, texts in ASKS_FOR.items() for text in texts])
def test_a_first_message_asks_for_its_flow_alone(flow: str, text: str) -> None:
    assert match_flows(text) == (() if flow == "none" else (flow,))


def test_every_flow_can_be_asked_for_by_its_name_and_by_what_people_say() -> None:
    for name, flow in FLOWS.items():
        assert flow.first_message.names != FirstMessage().names, name
        assert flow.first_message.starts, name
    places = [flow.first_message.place for flow in FLOWS.values()]
    assert len(places) == len(set(places))


def test_the_name_of_a_flow_is_no_command_that_means_something_else() -> None:
    for texts in ASKS_FOR.values():
        for text in texts:
            assert not (flow_named(text) and match_command(text)), text


def test_a_name_with_more_to_it_is_not_the_bare_name() -> None:
    assert flow_named("network checks on R's family") is None
    assert flow_named("network checks") == "gather"
    assert flow_named("start a new network check") == "gather"


def test_what_was_said_is_filled_in_where_the_flow_asks_for_it() -> None:
    text = "tell the school nurse about asthma"
    assert said_at_first("share", text) == {"recipient": "school_nurse", "lines": "asthma"}
    assert said_at_first("gather", text) == {}


def test_a_first_message_begins_the_flow_with_what_it_said() -> None:
    worker = Worker()
    worker.says("tell the school nurse about asthma")
    assert worker.matter.flow.name == "share"
    assert worker.matter.values == {"recipient": "school_nurse"}


def test_a_flow_that_there_is_not_is_not_begun_and_nothing_else_is_in_its_place() -> None:
    worker = Worker()
    with without("gather"):
        screen = worker.says("network checks").shown.screen
    assert isinstance(screen, WhichOne)
    assert "gather" not in screen.flows
    assert worker.kept == {}


@pytest.mark.parametrize("flow", FLOWS)
def test_every_flow_begins_as_soon_as_there_is_one(flow: str) -> None:
    worker = Worker()
    shown = worker.says(ASKS_FOR[flow][0]).shown.screen
    assert isinstance(shown, Asking)
    assert worker.matter.flow.name == flow


def test_when_two_fit_alike_it_is_asked_which_and_nothing_is_begun() -> None:
    worker = Worker()
    shown = worker.says("should agreement to share be in writing").shown.screen
    assert shown == WhichOne(("document", "share"))
    assert worker.kept == {}


def test_of_two_that_fit_alike_the_one_that_there_is_begins() -> None:
    worker = Worker()
    with without("document"):
        worker.says("should agreement to share be in writing")
    assert worker.matter.flow.name == "share"


def test_a_bare_name_starts_its_flow_and_keeps_the_one_that_was_open() -> None:
    worker = Worker()
    worker.says("tell the GP about R")
    first = worker.current
    worker.says("network checks")
    assert worker.matter.flow.name == "gather"
    assert worker.kept[first].values == {"recipient": "gp", "child": "R"}


def test_what_the_card_can_take_is_its_answer_though_it_is_a_name_too() -> None:
    worker = Worker()
    at_the_purpose(worker)
    worker.says("network checks")
    assert worker.matter.flow.name == "share"
    assert worker.matter.values["used_for"] == "network checks"


def test_new_before_the_name_starts_it_whatever_is_being_asked() -> None:
    worker = Worker()
    at_the_purpose(worker)
    worker.says("new network checks")
    assert worker.matter.flow.name == "gather"
    assert "used_for" not in worker.kept["m1"].values


def at_the_purpose(worker: Worker) -> None:
    """The sharing where it asks what it will be used for."""
    worker.says("share")
    worker.fills_in(child="P", part_in_case="allocated", recipient="gp", need_to_know="yes")
    worker.says("P has asthma")
    worker.says("so that P is checked")


def test_the_recipient_can_be_a_relative_by_those_words() -> None:
    worker = Worker()
    worker.says("share")
    worker.fills_in(child="P", part_in_case="allocated")
    worker.says("a relative")
    assert worker.matter.values["recipient"] == "not_professional"


def test_start_again_is_of_the_same_flow() -> None:
    worker = Worker()
    worker.says("network checks")
    worker.fills_in(child="P")
    worker.says("start again")
    assert worker.matter.flow.name == "gather"
    assert worker.matter.values == {}


@pytest.mark.parametrize("again", ["share", "start again"])
def test_a_matter_in_which_nothing_was_answered_is_dropped_when_another_begins(again: str) -> None:
    worker = Worker()
    worker.says("share")
    worker.says(again)
    assert len(worker.kept) == 1


def test_one_that_was_flagged_is_kept_though_nothing_was_answered() -> None:
    worker = Worker()
    worker.says("share")
    worker.says("danger")
    worker.says("start again")
    assert len(worker.kept) == 2


NAMES_OF_TOPICS: Mapping[str, str] = {
    "subject access request": "subject_access",
    "SAR": "subject_access",
    "16LA": "newer_law",
    "s.16LA": "newer_law",
    "section 16la": "newer_law",
    "new duty to share": "newer_law",
    "out of hours": "out_of_hours",
    "research": "research",
    "Gillick": "childs_consent",
    "PR": "parental_responsibility",
    "grandparents": "relative",
    "adult at risk": "adult_risk",
    "one parent of two": "one_parent",
    "data breach": "breach",
    "retention": "retention",
    "timescales": "timescales",
    "the press": "public_figures",
}


@pytest.mark.parametrize(("text", "topic"), NAMES_OF_TOPICS.items())
def test_a_topic_is_asked_for_by_its_name_before_and_in_the_middle_of_a_matter(text: str, topic: str) -> None:
    worker = Worker()
    assert worker.says(text).shown.screen == Outside(topic)
    worker.says("share")
    worker.fills_in(child="P")
    before = worker.matter
    assert worker.says(text).shown.screen == Outside(topic, open_matter=True)
    assert worker.matter == before


SPOKEN_OF: Mapping[str, tuple[str, ...]] = {
    "one_parent": ("can I tell mum but not dad", "only one parent can be told", "tell his mum and not the dad"),
    "relative": ("can i tell nan about the plan", "share it with her aunt", "should grandparents be told"),
    "adult_risk": ("the neighbour is a vulnerable adult", "telling him is a risk to the mother"),
    "out_of_hours": ("who do I ring out of hours", "EDT number?"),
    "subject_access": ("dad wants his records", "mum has asked to see her file"),
    "research": ("can a PhD study use this", "a researcher has asked for data"),
    "childs_consent": ("does a 15 year old have to agree", "the young person's own wishes"),
    "parental_responsibility": ("dad hasn't got PR", "who has parental responsibility"),
    "breach": ("I emailed it to the wrong family", "i left my notebook on the bus"),
    "retention": ("how long do we keep closed files",),
    "timescales": ("how many working days for a s47",),
    "newer_law": ("does 16LA apply yet", "what about the new duty to share"),
    "public_figures": ("a journalist rang me", "our MP wants information about a family"),
    "none": phrases("""
        tell the school about his nan's illness | telling dad is a risk to mum and the children
        tell the GP that grandmother is ill | dad wants a copy of the health report
        telling them would put the child in danger | the child refused school, tell the school nurse
        tell the school about MP | tell the school nurse how often P has seizures
        tell school how many days he has missed | can i get his records from the hospital
        the police want his records | dad is in breach of his bail, tell the police
        tell housing about the risk to mum | no one is answering the phone at home | can I speak with PR
    """),
}


@pytest.mark.parametrize(("topic", "text"), [(topic, text) for topic, texts in SPOKEN_OF.items() for text in texts])
def test_what_is_outside_is_heard_in_a_first_message(topic: str, text: str) -> None:
    found = topic_of(text)
    assert (found.name if found else "none") == topic


ON_THE_PHONE = (
    "someone's on the phone",
    "got a bloke on the phone from housing",
    "school on line 2 asking about exclusions",
    "the school is on the phone",
    "On the phone now",
    "police are ringing",
)
NOT_ON_THE_PHONE = (
    "mum said on the phone that R was hit, tell the police",
    "i have it all on hold",
    "dad's got his job on the line",
    "I got it on the phone yesterday",
    "parents not answering the phone",
)


@pytest.mark.parametrize(
    ("text", "phone"), [*((text, True) for text in ON_THE_PHONE), *((text, False) for text in NOT_ON_THE_PHONE)]
)
def test_someone_on_the_phone_is_heard_and_a_call_that_was_is_not(text: str, phone: bool) -> None:
    assert isinstance(Worker().says(text).shown.screen, OnThePhone) == phone


@pytest.mark.parametrize("part", ["tell ", "mum but not ", "telling risk to ", "sent wrong ", "how long do we ", "a"])
def test_the_longest_message_is_read_in_little_work(part: str) -> None:
    """Patterns that run over a text for each of its words would take minutes here."""
    text = (part * 1500)[:1500]
    assert topic_of(text) is None
    assert match_flows(text) in ((), ("share",))
