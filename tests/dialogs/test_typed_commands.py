"""What can be typed at any moment, and what closes a matter: a claim is only ever taken from these very words."""

from collections.abc import Mapping

import pytest

from dialogs.flows.share.flow import FLOW as SHARE
from dialogs.understanding.commands import (
    COMMANDS,
    REQUEST_COMMANDS,
    asked_ref,
    asked_term,
    commands_after_answer,
    match_command,
)
from guidance.glossary import find_term
from tests.phrases import phrases

NO_COMMAND = "no command"

ANYWHERE: Mapping[str, tuple[str, ...]] = {
    "danger": ("danger", "child in danger", "Child is in danger now", "act first", "emergency!", "999"),
    "help": ("help", "Help!", "what can you do?", "menu"),
    "back": ("back", "go back", "undo"),
    "stop": ("stop", "cancel", "quit"),
    "start_again": ("start again", "start over", "new"),
    "matters": ("my matters", "My matters"),
    "about_me": ("what do you keep about me?", "what do you know about me", "my data"),
    "phone": ("someone's on the phone", "Somebody is on the line now", "the phone is ringing"),
    "hello": ("hi", "Hello", "morning", "good afternoon"),
    "thanks": ("thanks", "thank you very much", "ta", "cheers"),
    NO_COMMAND: phrases("""
        the child is in danger of missing school | stop telling dad | help her | newborn | y | on the phone
    """),
}
AFTER_THE_ANSWER: Mapping[str, tuple[str, ...]] = {
    "shared": ("I've shared it", "ive shared it", "shared", "I have now shared it.", "it\u2019s been shared"),
    "not_shared": ("I didn't in the end", "didnt share it", "decided not to", "not sharing it"),
    "passed_on": ("I've passed it on", "passed on", "passed it on to K.O."),
    "they_know": phrases("""
        they know | They know now | the parents know | they know everything | they have been told
        both parents know now | I've told both parents
    """),
    "words_parents": ("words", "words for the parents", "what do i say to mum?"),
    "words_recipient": ("words for the school nurse", "the words for the GP"),
    "show_answer": ("answer", "back to the answer"),
    "copied": ("copied", "I've copied it to MOSAIC", "Copied to MOSAIC", "I've copied it: delete it here"),
    "another": ("tell someone else", "Tell someone else as well"),
    "again": ("same again", "The same again."),
    "hand_over": ("hand over", "hand it over", "hand over to a colleague"),
    NO_COMMAND: phrases("""
        they know nothing about it | they know some of it | they know what but not why | they know where we live
        they don't know | they know? | do they know? | they will know tomorrow | they should know
        mum knows but dad doesn't | mum knows | he knows people | I haven't told mum yet | hand it over to mum
        same again? | tell someone else? | tell someone else about P | I haven't | I haven't shared it
        I didn't understand that | I've told them | told them | told them nothing | done for today | shared?
        shared with anyone else? | shared house | passed on by the GP? | copied? | no
    """),
}


OF_REQUESTS: Mapping[str, tuple[str, ...]] = {
    "ask_supervisor": phrases("""
        Ask my supervisor | ask my supervisor. | please ask my supervisor | ask supervisor | ask my manager
        ask my supervisor to look at it | I want to ask my supervisor first | Send the request | send request
        send my request to my supervisor | send it as a request
    """),
    "cant_wait": phrases("""
        It can't wait | it cant wait | It can\u2019t wait! | this can't wait | cannot wait
        it cannot wait for my supervisor | But it can't wait any longer | P can't wait | I can't wait for an answer
        it's too urgent to wait
    """),
    "withdraw": ("Withdraw my request", "take back the request", "withdraw request"),
    "nudge": ("Remind them", "remind my supervisor"),
    NO_COMMAND: phrases("""
        it can wait | can it wait? | it can't wait? | it can't wait until tomorrow morning because mum is away
        ask my supervisor? | I asked my supervisor | ask mum | my supervisor said it can't wait
        I can't wait to tell them | don't send the request | send the nurse the request | wait | request
    """),
}


def cases(table: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(sentence, name) for name, sentences in table.items() for sentence in sentences]


@pytest.mark.parametrize(("sentence", "name"), cases(ANYWHERE))
def test_a_command_is_those_words_and_nothing_more(sentence: str, name: str) -> None:
    assert (match_command(sentence, COMMANDS) or NO_COMMAND) == name


@pytest.mark.parametrize(("sentence", "name"), cases(AFTER_THE_ANSWER))
def test_what_is_said_to_be_done_is_taken_from_those_very_words_alone(sentence: str, name: str) -> None:
    assert (match_command(sentence, commands_after_answer(SHARE)) or NO_COMMAND) == name


@pytest.mark.parametrize(("sentence", "name"), cases(OF_REQUESTS))
def test_a_second_pair_of_eyes_is_asked_for_in_those_very_words_alone(sentence: str, name: str) -> None:
    assert (match_command(sentence, REQUEST_COMMANDS) or NO_COMMAND) == name
    if name != NO_COMMAND:
        assert match_command(sentence, {**COMMANDS, **commands_after_answer(SHARE)}) is None


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("what is need to know?", "need_to_know"),
        ("What's the harm exception?", "harm"),
        ("whats a third party", "third_party"),
        ("what does proportionate mean?", "proportionate"),
        ("explain undue delay", "undue_delay"),
        ("what will be shared", None),
        ("what", None),
        ("what, why and who", None),
        ("what is the weather", None),
    ],
)
def test_a_term_is_found_in_the_question_that_asks_for_it(sentence: str, key: str | None) -> None:
    term = asked_term(sentence)
    assert (find_term(term) if term else None) == key


@pytest.mark.parametrize(
    ("sentence", "ref"),
    [
        ("3.7", "3.7"),
        ("3.9(a)", "3.9(a)"),
        ("what does 3.9(c) say?", "3.9(c)"),
        ("show me para 4.1", "4.1"),
        ("3", None),
        ("13.40", None),
        ("at 3.7", None),
        ("whats 3.9 say", "3.9"),
        ("can i see 3.9 pls", "3.9"),
        ("read me 3.9(B)", "3.9(b)"),
        ("whats in 3.9b", "3.9(b)"),
        ("3.5 d", "3.5(d)"),
        ("3.9 what is it", "3.9"),
        ("what does paragraph 3.9(b) mean", "3.9(b)"),
        ("go on then whats 3.10", "3.10"),
        ("and 3.8?", "3.8"),
        ("remind me what para 4.1 is about please", "4.1"),
        ("wots 5.2(c) in plain english", "5.2(c)"),
        ("where does it say that in 3.8", "3.8"),
        ("what does 3.9(e) say", "3.9"),
        ("whats paragraph 9.9", "9.9"),
        ("what does 9.9 say", None),
        ("he weighs 3.2", None),
        ("It rests on 3.2.", None),
        ("no 3.10", None),
        ("no. 3.10", "3.10"),
        ("3.2 kilos", None),
        ("3.2kg", None),
        ("at 3.10 tomorrow", None),
        ("weight is now 3.2", None),
        ("3.9 says to tell mum, does it", None),
    ],
)
def test_a_paragraph_is_found_by_its_number(sentence: str, ref: str | None) -> None:
    assert asked_ref(sentence) == ref
