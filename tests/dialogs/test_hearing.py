"""Whatever is typed is heard for what it is before a form takes it; genuine answers in own words are kept."""

from collections import Counter

import pytest

from dialogs.engine.answers import Json
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from dialogs.understanding.conversation import Conversation
from dialogs.understanding.corrections import Correction
from dialogs.understanding.hearing import EXPLAIN, Heard, Kind, hear
from dialogs.understanding.news import News
from guidance.paragraphs import VERSION
from tests.dialogs.desks import NOW
from tests.dialogs.hearing_rows import KEPT, TYPED_IN_FORMS

ASKED_ABOUT = 0.12
"""How many genuine answers may be asked about: one press each."""
MESSAGES = [
    (kind, flow, question, text)
    for kind, places in TYPED_IN_FORMS.items()
    for (flow, question), texts in places.items()
    for text in texts
]
ANSWERS = [(flow, question, text) for (flow, question), texts in KEPT.items() for text in texts]


def heard(flow: str, question: str, text: str) -> Heard:
    """What the text is heard as where this question of the flow is open."""
    open_matter = Matter("m", FLOWS[flow], VERSION).hold({"lines": [{"id": "L1", "text": "asthma"}], "child": "P"})
    asked = next(one for one in FLOWS[flow].questions() if one.name == question)
    return hear(text, Conversation(NOW, open_matter, one_question=asked))


@pytest.mark.parametrize(("kind", "flow", "question", "text"), MESSAGES)
def test_a_message_typed_in_a_form_is_heard_as_what_it_is(kind: str, flow: str, question: str, text: str) -> None:
    assert heard(flow, question, text).kind == kind


def test_there_are_many_of_each_in_many_places() -> None:
    assert len(MESSAGES) >= 160
    assert len(ANSWERS) >= 120
    assert min(Counter(kind for kind, *_ in MESSAGES).values()) >= 5


def test_answers_in_own_words_are_kept_but_for_a_few_that_are_asked_about() -> None:
    asked = [row for row in ANSWERS if heard(*row).kind is not Kind.ANSWER]
    assert len(asked) <= ASKED_ABOUT * len(ANSWERS), asked


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("recipient", "its the GP", "gp"),
        ("recipient", "i meant the GP", "gp"),
        ("recipient", "its the school nurse not the optician", "school_nurse"),
        ("recipient", "wait no not the optician its the school nurse", "school_nurse"),
        ("recipient", "oh hang on should be housing", "housing"),
        ("part_in_case", "sorry i meant its my case", "allocated"),
    ],
)
def test_what_is_meant_instead_answers_the_open_question(question: str, text: str, value: str) -> None:
    filled = heard("share", question, text).filled
    assert filled is not None
    assert filled.matter.values[question] == value


def test_a_yes_or_an_earlier_answer_meant_instead_is_a_correction() -> None:
    assert heard("share", "need_to_know", "sorry i meant no").kind is Kind.CORRECTION
    found = heard("first_contact", "parents_want", "i meant large print").correction
    assert found is not None
    assert found.question == "visit_needs"


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        ("why", "next one: i want to tell the school about a lad called J", Kind.START),
        ("lines", "different family, need to ring the GP about R", Kind.START),
        ("lines", "new boyfriend has moved in", Kind.ANSWER),
        ("parents_said", "why does it want to know what they said", Kind.QUESTION),
    ],
)
def test_a_need_of_its_own_and_what_the_card_wants_are_no_own_words(question: str, text: str, kind: Kind) -> None:
    assert heard("share", question, text).kind is kind


def test_what_was_not_done_is_no_other_recipient() -> None:
    assert heard("share", "why", "no not told mum yet").correction == Correction()


@pytest.mark.parametrize(
    ("flow", "question", "text"),
    [
        ("share", "part_in_case", "K rang to tell me about it in spring"),
        ("share", "recipient", "they want the whole record"),
    ],
)
def test_a_statement_that_says_no_option_fills_nothing_in(flow: str, question: str, text: str) -> None:
    assert heard(flow, question, text).filled is None


@pytest.mark.parametrize(
    "text",
    [
        "forget what i said he is hitting her now",
        "scrap that it's dad at the door with a knife",
        "I picked her up by mistake and she isn't breathing",
        "by the way dad rang and he's about to kill her",
        "while I'm here mum needs help now she's taken an overdose",
        "another one, he's not breathing",
        "actually it's the school nurse, she says P has stopped breathing",
        "he's f***ing k***ing her right now",
        "he's strangling her ####",
    ],
)
def test_danger_is_heard_though_it_opens_as_a_slip_or_another_need(text: str) -> None:
    assert heard("share", "lines", text).kind is Kind.URGENT


@pytest.mark.parametrize(
    ("flow", "question", "text"),
    [
        ("share", "need_to_know", "Yes, I should think that is necessary"),
        ("share", "need_to_know", "yes, I would say it is needed"),
        ("share", "author_agreed", "no she hasnt replied"),
        ("document", "author_agreed", "no, he never answered"),
        ("share", "told_items", "they dinnae ken"),
        ("share", "need_to_know", "aye ah can"),
        ("share", "told_items", "yep she wil way the babby"),
        ("share", "lines", "K is in the same jumper"),
        ("share", "lines", "J is self harming less now"),
        ("share", "parents", "the mother she is in operation"),
    ],
)
def test_an_answer_in_formal_broken_or_northern_words_is_heard_as_one(flow: str, question: str, text: str) -> None:
    assert heard(flow, question, text).kind is Kind.ANSWER


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("part_in_case", "This is case of me", "allocated"),
        ("part_in_case", "my practice educators case", "none"),
        ("part_in_case", "its complicated", "unsure"),
        ("need_to_know", "Yes, I do believe so, thank you", "yes"),
        ("told_items", "they dinnae ken", ["none"]),
    ],
)
def test_a_choice_in_formal_broken_or_northern_words_is_read_as_meant(question: str, text: str, value: Json) -> None:
    filled = heard("share", question, text).filled
    assert filled and filled.matter.values[question] == value


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("lines", "the ward has now replied"),
        ("why", "turns out mum has been told already"),
        ("used_for", "since then the panel has met and said no"),
        ("concern_because", "just heard that the order is made"),
        ("why", "it came back from legal without the address"),
        ("lines", "the consultant has agreed after all"),
        ("why", "told dad on the phone monday"),
    ],
)
def test_what_has_changed_since_is_news_in_a_box_for_own_words(question: str, text: str) -> None:
    assert heard("share", question, text).kind is Kind.NEWS


def test_a_no_that_the_question_asks_for_is_not_dropped_as_a_slip() -> None:
    limit = heard("receive", "limit", "no, but keep it quiet")
    assert (limit.kind, limit.filled) == (Kind.ANSWER, None)
    recipient = heard("share", "recipient", "no sorry, the school nurse").filled
    assert recipient and recipient.matter.values["recipient"] == "school_nurse"


@pytest.mark.parametrize("text", ["yes", "no", "1", "not sure"])
def test_what_the_card_reads_strictly_stays_its_answer(text: str) -> None:
    assert heard("share", "need_to_know", text).kind is Kind.ANSWER


def test_a_correction_names_the_one_question_that_it_can_be_about() -> None:
    found = heard("share", "lines", "no the health visitor").correction
    assert found and (found.question, found.value) == ("recipient", "health_visitor")
    found = heard("share", "why", "wrong child, its R not P").correction
    assert found and (found.question, found.value) == ("child", "R")
    found = heard("share", "why", "actually its not my case").correction
    assert found and (found.question, found.value) == ("part_in_case", "none")


@pytest.mark.parametrize(
    ("question", "text"),
    [("used_for", "nope all ours"), ("why", "No, it's from our own notes."), ("lines", "yes it is needed")],
)
def test_a_yes_or_no_for_another_question_is_no_line_and_no_aim(question: str, text: str) -> None:
    assert heard("share", question, text).kind is Kind.CORRECTION


@pytest.mark.parametrize(
    ("flow", "question", "text"),
    [
        ("document", "document_author", "haven't asked them yet"),
        ("document", "document_author", "we never told her"),
        ("share", "told_how", "haven't told them after all"),
        ("first_contact", "talked_with", "never asked them in the end"),
        ("document", "document_author", "i wouldn't think so"),
        ("share", "used_for", "really dont believe so, no"),
        ("share", "why", "I should imagine so, thanks"),
        ("share", "why", "not asked the others"),
    ],
)
def test_what_is_thought_or_was_not_done_is_no_name_and_no_aim(flow: str, question: str, text: str) -> None:
    assert heard(flow, question, text).kind is not Kind.ANSWER


@pytest.mark.parametrize(
    ("flow", "question", "text"),
    [
        ("document", "document_author", "Mrs Nottage"),
        ("document", "document_author", "the ward, no name on it"),
        ("share", "used_for", "so they think of him first"),
        ("share", "why", "so she is not asked all over again"),
    ],
)
def test_a_name_or_an_aim_is_kept_though_it_holds_such_words(flow: str, question: str, text: str) -> None:
    assert heard(flow, question, text).kind is Kind.ANSWER


def test_can_without_its_subject_is_no_question() -> None:
    assert heard("share", "reasons", "can do it tonight").kind is Kind.ANSWER


def test_what_an_agency_is_to_be_asked_is_a_line() -> None:
    for line in ("nursery: when did you see them", "gp - has he been weighed since may"):
        assert heard("gather", "agencies", line).kind is Kind.ANSWER


def test_an_aim_is_an_answer_however_short() -> None:
    for aim in ("to see if it heals", "so he gets one today", "in order that she may be seen"):
        assert heard("share", "why", aim).kind is Kind.ANSWER


def test_a_yes_with_its_reason_needs_no_second_yes() -> None:
    plain = heard("share", "need_to_know", "yes she must know for the injection").filled
    assert plain and (plain.odd, plain.matter.values["need_to_know"]) == (False, "yes")
    doubted = heard("share", "need_to_know", "yes i think she does his injection").filled
    assert doubted is None or doubted.odd


def test_news_names_the_way_on_or_the_answer_that_it_changes() -> None:
    for text in ("they know now", "I've told her", "spoke to mum this morning, she knows"):
        found = heard("share", "lines", text).news
        assert found and found.verb == "they_know"
    found = heard("document", "what_came_out", "legal have redacted it").news
    assert found and (found.question, found.value) == ("taken_out_by", ["legal"])


def test_words_under_the_name_of_whoever_said_them_are_theirs() -> None:
    for said in ("T: I should have booked it.", "mum: no, not the school, the GP"):
        assert heard("share", "parents_said", said).kind is Kind.ANSWER


def test_a_question_among_what_the_parents_asked_is_theirs() -> None:
    for theirs in ("Why the GP?", "Which law?"):
        assert heard("first_contact", "parents_asked", theirs).kind is Kind.ANSWER


def test_a_yes_a_sign_or_a_name_where_a_child_is_asked_for_is_asked_again_or_explained() -> None:
    texts = ("y", "n", "yes", "Szczepan Brzęczyszczykiewicz", "Agnieszka Wójcik and Małgorzata Krzyżanowska")
    found = {text: heard("share", "child", text) for text in texts}
    assert {text: (one.kind, one.filled) for text, one in found.items()} == dict.fromkeys(texts, (Kind.ANSWER, None))
    assert heard("share", "child", "?").command == EXPLAIN
    assert heard("share", "shared_with", "Zoe Smith").kind is Kind.ANSWER


@pytest.mark.parametrize(
    ("flow", "question", "text", "value"),
    [
        ("share", "weights", "drop it", {"L1": "leave_out"}),
        ("gather", "told_of_checks", "told both of them everything on monday", "yes"),
        ("gather", "told_of_checks", "nope but i'll phone before i send", "tell_first"),
        ("share", "someone_elses", "no its out of our own notes", "no"),
        ("share", "contact", "no idea what's safe", ["not_known"]),
        ("share", "author_talk", "No, or not sure", "no"),
        ("document", "lawful_doubt", "it worries me, it might be unlawful", "yes"),
        ("gather", "more_than_needed", "no it only asks if she's been in", "no"),
        ("document", "taken_out_by", "did it myself", ["me"]),
        ("document", "taken_out_by", "legal have redacted", ["legal"]),
        ("document", "given_how", "stuck it in the post", "post"),
    ],
)
def test_what_would_be_something_else_elsewhere_answers_the_question_that_asks_it(
    flow: str, question: str, text: str, value: Json
) -> None:
    filled = heard(flow, question, text).filled
    assert filled is not None
    assert (filled.matter.values[question], filled.doubtful) == (value, False)


def test_a_line_for_an_agency_of_any_name_is_no_question_to_us() -> None:
    assert heard("gather", "agencies", "young carers: does he still come on mondays").kind is Kind.ANSWER
    assert heard("gather", "agencies", "can I ask the young carers project").kind is Kind.QUESTION


def test_starting_again_is_a_command_in_a_box_for_own_words_too() -> None:
    for text in ("bin this and start again", "clear it and start over", "scrap that and begin afresh"):
        assert (heard("gather", "why", text).kind, heard("gather", "why", text).command) == (
            Kind.COMMAND,
            "start_again",
        )


@pytest.mark.parametrize(
    ("flow", "question", "text"),
    [
        ("gather", "grounds_because", "the nursery's been back in touch about that"),
        ("gather", "parents_said", "the clinic's answer is in"),
        ("share", "parents_said", "an interim order was granted yesterday"),
        ("share", "parents_said", "my manager's okayed it since"),
        ("authority", "lines", "my team manager says i'm fine to tell them"),
    ],
)
def test_what_others_have_done_is_news_also_where_the_parents_words_are_asked_for(
    flow: str, question: str, text: str
) -> None:
    assert heard(flow, question, text).kind is Kind.NEWS


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("parents_said", "they both know now"),
        ("told_how", "rang dad on Friday"),
        ("told_how", "rang mum this morning, went through it all"),
        ("parents_said", "she got back to me"),
    ],
)
def test_how_they_were_told_and_what_they_said_is_no_news_where_it_is_asked(question: str, text: str) -> None:
    assert heard("share", question, text).kind is Kind.ANSWER


@pytest.mark.parametrize(
    ("flow", "question", "text"),
    [
        ("share", "parents_said", "she swore at me and hung up, have i still told her if she didnt hear the end"),
        ("document", "given_said", "he's asked for the clean version without the lines gone. is he entitled"),
        ("share", "parents_said", "dad was stoned, do i go again"),
        ("first_contact", "parents_asked", "they nodded but i doubt they got it, is that enough"),
    ],
)
def test_what_is_told_and_then_asked_is_the_workers_where_others_words_are_asked_for(
    flow: str, question: str, text: str
) -> None:
    assert heard(flow, question, text).kind is Kind.QUESTION


@pytest.mark.parametrize(
    ("question", "text"),
    [("parents_said", "mum asked me. is he in trouble"), ("parents_said", "dad said no, can she do that")],
)
def test_what_others_asked_stays_theirs(question: str, text: str) -> None:
    assert heard("share", question, text).kind is Kind.ANSWER


def test_what_is_surely_news_is_no_answer_where_the_parents_words_are_asked_for() -> None:
    text = "I've just told mum and the nan, the both of them, about twenty minutes since"
    assert heard("share", "parents_said", text).kind is Kind.NEWS


def test_a_box_for_what_the_parents_asked_takes_no_call_for_help_and_no_question_about_itself() -> None:
    assert heard("first_contact", "parents_asked", "hlep").command == "help"
    assert heard("first_contact", "parents_asked", "gie us a hand wi this").command == "help"
    assert heard("document", "given_said", "what box does the reason go in").command == EXPLAIN
    assert heard("first_contact", "parents_asked", "where does the information go").kind is Kind.ANSWER


@pytest.mark.parametrize("text", ["hang fire, wrong bairn", "the time I put was out", "I've muddled up the two girls"])
def test_what_was_given_wrong_is_a_correction_in_any_words(text: str) -> None:
    assert heard("first_contact", "worries", text).kind is Kind.CORRECTION


def test_telling_them_by_phone_on_a_day_is_news_after_the_answer() -> None:
    assert heard("share", "why", "told mum phone monday").news == News("they_know")


@pytest.mark.parametrize("text", ["not ours", "it's not one of ours"])
def test_an_author_who_is_none_of_us_is_asked_for_again_and_nothing_is_taken_back(text: str) -> None:
    found = heard("document", "document_author", text)
    assert (found.kind, found.filled) == (Kind.ANSWER, None)
