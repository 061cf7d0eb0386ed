"""The joint of our words and typed ones never prints nonsense, however oddly it was typed."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.flows.document.letters import filled
from cards.flows.gather.template_context import asking
from cards.flows.share.template_context import sharing
from cards.letters import render_letter
from cards.words import joined
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Fault
from dialogs.flows.share.questions import USED_FOR, WHY
from dialogs.screens import Asking, Shown
from dialogs.text.sentences import CLOSERS, end_sentence
from tests.cards import matters
from tests.cards.drawn import as_sent
from tests.cards.matters import lines, matter
from tests.cards.of_document import OF_DOCUMENT, TELL_NURSE_FIRST
from tests.cards.of_gather import ANSWERS, GATHER_STATES
from tests.cards.states import FULL
from tests.cards.walking import read_out
from tests.phrases import phrases

OPENINGS = ("", "because ", "Because ", "to ", "To ", "so that ", "So that ", "so ", "in order to ", "BECAUSE ", "for ")
MIDDLES = (
    *phrases("""
    P is losing weight | keep P safe | Keep P safe | An asthma plan | an asthma plan for P
    The school can look after P | the nurse's plan | P | K.O. can see P | I can see how P is | GP can check P
    A can be seen | A plan can be made | P IS AT RISK AND NEEDS HELP | P can sleep. T is tired
    P said "I want to sleep." | looking after P
    \u09aa\u09bf \u09ad\u09be\u09b2\u09cb \u09a5\u09be\u0995\u09c1\u0995\u0964 | \u0644\u064a\u0646\u0627\u0645 P
    \u8ba9P\u7761\u5f97\u66f4\u597d\u3002 | any injuries seen since June | Dr. S. can see P at 9.30
"""),
    "P can sleep!\nT is tired",
    "- P can sleep\n- T can rest",
)
ENDINGS = ("", ".", "..", "...", "!", "?", "?.", "\u2026", " .", ",", "!!", "?]", ".\u201d")
ODD = [f"{opening}{middle}{end}" for opening, middle, end in product(OPENINGS, MIDDLES, ENDINGS)]
NONSENSE = (
    r"[.!?;,]{2,}",
    r" [.,;!?]",
    r"so that (?:to|because|so)\b",
    r"because (?:to|because|so that)\b",
    r"\bto (?:to|because|so that)\b",
    r"(?:use|used) it to (?:an?|the|this|his|her)\b",
    r"so that (?:an?|the|\w+'s)(?: \w+){1,3}\.$",
    r"so that (?!Dr\b)[A-Z][a-z]",
)
"""What no finished sentence holds."""


def faulty(sentence: str) -> list[str]:
    """What is wrong with a finished sentence."""
    found = [pattern for pattern in NONSENSE if re.search(pattern, sentence)]
    whole = re.search(rf"[.!?\u0964\u3002][{re.escape(CLOSERS)}]*$", sentence)
    return found if whole else [*found, "does not end"]


def sentences(typed: str) -> list[str]:
    """What both joints make of it; none where there is nothing to say."""
    made = (joined("why", typed).after("I'm doing it"), joined("used_for", typed).after("The school nurse will use it"))
    return [sentence for sentence in made if sentence]


def test_no_odd_text_prints_nonsense() -> None:
    assert {typed: bad for typed in ODD for made in sentences(typed) if (bad := faulty(made))} == {}


@given(
    st.sampled_from(OPENINGS),
    st.lists(st.sampled_from([word for middle in MIDDLES for word in middle.split()]), min_size=1, max_size=6),
    st.sampled_from(ENDINGS),
)
def test_no_shuffled_words_print_nonsense(opening: str, said: list[str], end: str) -> None:
    typed = f"{opening}{' '.join(said)}{end}"
    inside = [NONSENSE[0], NONSENSE[2], NONSENSE[3], NONSENSE[5]]
    for made in sentences(typed):
        if not re.search("|".join(inside), typed):
            assert not [pattern for pattern in inside if re.search(pattern, made)], made
        assert "does not end" not in faulty(made)


@given(st.text(max_size=80))
def test_whatever_is_typed_ends_once_and_is_never_lost(typed: str) -> None:
    for made in sentences(typed):
        assert "does not end" not in faulty(made)
        assert not re.search(r"(?<!\.)\.\.$|[?!]\.$", made)
    kept = {letter for made in sentences(typed) for letter in made.lower()} | set("because so that in order for use")
    assert not sentences(typed) or {letter.lower() for letter in typed if letter.isalpha()} <= kept


@pytest.mark.parametrize(
    ("typed", "because", "use"),
    [
        ("because P is ill", "I'm doing it because P is ill.", "use it because P is ill."),
        ("To keep P safe.", "I'm doing it to keep P safe.", "use it to keep P safe."),
        ("so that P sleeps", "I'm doing it so that P sleeps.", "use it so that P sleeps."),
        ("So P can sleep", "I'm doing it so that P can sleep.", "use it so that P can sleep."),
        ("P can sleep.", "I'm doing it so that P can sleep.", "use it so that P can sleep."),
        ("Everyone is safe", "I'm doing it so that everyone is safe.", "use it so that everyone is safe."),
        ("An asthma plan", "This is why: an asthma plan.", "use it for: an asthma plan."),
        ("make an asthma plan", "I'm doing it to make an asthma plan.", "use it to make an asthma plan."),
        ("plan P's care", "I'm doing it to plan P's care.", "use it to plan P's care."),
        ("support for P", "This is why: support for P.", "use it for: support for P."),
        ("They will make a plan", "I'm doing it so that they will make a plan.", "use it to make a plan."),
        ("P sleeps. T rests.", "This is why: P sleeps. T rests.", "use it for this: P sleeps. T rests."),
        ("P sleeps\nT rests", "This is why: P sleeps; T rests.", "use it for this: P sleeps; T rests."),
        ("BECAUSE P IS ILL NOW", "This is why: P IS ILL NOW.", "use it for this: P IS ILL NOW."),
        ('P said "Help."', 'This is why: P said "Help."', 'use it for: P said "Help."'),
        ("just so they can see P", "I'm doing it so that they can see P.", "use it so that they can see P."),
        ("Basically to keep P safe", "I'm doing it to keep P safe.", "use it to keep P safe."),
        ("just because P is ill", "I'm doing it because P is ill.", "use it because P is ill."),
        ("just an asthma plan", "This is why: just an asthma plan.", "use it for: just an asthma plan."),
        ("theyd get P a coat", "I'm doing it so that theyd get P a coat.", "use it to get P a coat."),
        ("GP can help", "I'm doing it so that GP can help.", "use it so that GP can help."),
    ],
)
def test_the_joint_is_chosen_by_what_was_typed(typed: str, because: str, use: str) -> None:
    assert joined("why", typed).after("I'm doing it") == because
    assert joined("used_for", typed).after("use it") == use


@pytest.mark.parametrize("typed", ["asthma?", "why?", "...", "?", "123", "because", "so that", "yes", "to"])
@pytest.mark.parametrize("question", [WHY, USED_FOR])
def test_where_no_sentence_can_be_made_it_is_asked_again(question: object, typed: str) -> None:
    for read in (
        lambda: WHY.read_inputs({"why": typed}, {}),
        lambda: USED_FOR.read_inputs({"used_for": typed}, {}),
        lambda: WHY.read_text(typed, {}, first=True),
    ):
        with pytest.raises(Fault):
            read()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("any injuries since June?", "any injuries since June?"),
        ("any injuries since June?.", "any injuries since June?"),
        ("P is 5.5 kg", "P is 5.5 kg."),
        ("P sleeps.", "P sleeps."),
        ('P said "no."', 'P said "no."'),
        ("one\ntwo", "one; two."),
    ],
)
def test_a_line_ends_once(line: str, sentence: str) -> None:
    assert end_sentence(line) == sentence


def every_letter(typed: str) -> dict[str, str]:
    """Every text that a reason or a use is joined into, with this typed for both and for its one line."""
    own = {"why": typed, "used_for": typed}
    share = sharing(matter(matters.TELL_FIRST, own, {"lines": lines(typed), "weights": {"L1": "needs"}}), FULL)
    checks = asking(GATHER_STATES.matter(ANSWERS["tell first"][1], own, {"agencies": lines(typed)}), FULL)
    document = OF_DOCUMENT.matter(TELL_NURSE_FIRST, own)
    about = filled(document, document.decision(), FULL)
    of_share = ("said_before", "letter_before", "said_after", "letter_after", "recipient_said", "recipient_email")
    of_document = ("document_before", "document_letter", "document_after", "document_letter_after", "author_said")
    return {
        **{name: render_letter(f"share/{name}", **share) for name in of_share},
        **{f"gather {name}": render_letter(f"gather/{name}", **checks) for name in of_share[:4]},
        "request": render_letter("gather/request_said", what=typed, **checks),
        **{name: render_letter(f"document/{name}", **about) for name in (*of_document, "author_email")},
    }


@pytest.mark.parametrize("typed", ["injuries since June?", "To keep P safe.", "An asthma plan", "because P coughs."])
def test_no_letter_doubles_an_end_or_a_joint(typed: str) -> None:
    for name, text in every_letter(typed).items():
        assert not re.search(r"[?!]\.(?!\w)|\.\.(?!\.)", text), (name, text)
        assert not re.search(r"so that (?:to|because)\b|use it to an\b|so that An\b", text), name


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            matter(matters.CASE, matters.WHAT),
            "I'm sharing this so that P can be checked at school and sleep better. "
            "The school nurse will use it to make an asthma plan for P.",
        ),
        (
            matter(matters.CASE, matters.WHAT, {"why": "because P coughs", "used_for": "An asthma plan"}),
            "I'm sharing this because P coughs. The school nurse will use it for: an asthma plan.",
        ),
        (
            GATHER_STATES.matter(GATHER_STATES.before["checks_told"]),
            "I'm asking so that I can see how R is doing and what would help.",
        ),
        (
            OF_DOCUMENT.matter(OF_DOCUMENT.before["doc_author"]),
            "P's father will use it to understand what the assessment found.",
        ),
    ],
    ids=["share", "share, because", "gather", "document"],
)
def test_the_finished_sentence_is_said_back_on_the_next_card(one: Matter, said: str) -> None:
    for numbered in (False, True):
        assert said in read_out(as_sent(Shown(Asking(one, one.position, numbered=numbered))))
