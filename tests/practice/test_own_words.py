"""What is missing in words to parents, and what must not be said, found by plain words."""

import pytest

from practice.own_words import LOOKED_FOR, find_faults, look_through, missing_parts, reading_age
from practice.repository import all_scenarios
from practice.variants import every_day
from tests.phrases import phrases

WHOLE = (
    "Hello, it's your social worker. I'm going to tell the school nurse that P has missed two check-ups. "
    "I'm doing it so that P can be checked at school. The nurse will use it to make a plan with you, and only the "
    "nurse will get it. The law, the Children Acts, lets us share this. I'm not asking you to agree or to sign "
    "anything. There is a privacy notice as well: shall I send it?"
)
WITHOUT = {
    "what": ("I'm going to tell the school nurse that P has missed two check-ups. ", ""),
    "why": ("I'm doing it so that P can be checked at school. ", ""),
    "used_for": ("The nurse will use it to make a plan with you, and only", "And only"),
    "legal": ("The law, the Children Acts, lets us share this. ", ""),
    "no_consent": ("I'm not asking you to agree or to sign anything. ", ""),
    "privacy": ("There is a privacy notice as well: shall I send it?", ""),
}


def test_whole_words_lack_nothing() -> None:
    assert missing_parts(WHOLE) == ()


@pytest.mark.parametrize(
    "whole",
    [
        "I'm ringing to say that the school nurse is going to hear about the check-ups P missed. It is to get P seen. "
        "She'll put P on her list. The Children Act allows it and I don't have to ask you. See our privacy notice.",
        "I plan to give the health visitor your new address, as she has a cot for Z. With it she can drive over. We "
        "may share by law, with or without a yes. I've put the privacy notice in the post.",
        "Next week we'd inform the GP of which tablets B takes, in order for the dose to be right. She changes it with "
        "it. Legislation permits that, and you aren't being asked for permission. Here is our privacy information.",
        "The teacher will learn that P has bad nights. The aim is that P can rest. Purpose: planning the day. It rests "
        "on the Children Act and consent isn't required. See the privacy notice.",
    ],
)
def test_whole_words_said_otherwise_lack_nothing(whole: str) -> None:
    assert missing_parts(whole) == ()


@pytest.mark.parametrize("thing", WITHOUT)
def test_what_is_left_out_is_named(thing: str) -> None:
    part, instead = WITHOUT[thing]
    assert part in WHOLE
    assert thing in missing_parts(WHOLE.replace(part, instead))


def test_who_gets_it_is_missed_where_nobody_is_named() -> None:
    assert "who" in missing_parts(
        WHOLE.replace("school nurse", "someone").replace("nurse", "person").replace("school", "it")
    )


@pytest.mark.parametrize(
    "asks", ["Do you agree to that?", "Can I have your consent?", "Are you happy for me to ring?", "Please sign below."]
)
def test_asking_for_consent_is_named_even_beside_words_that_say_none_is_needed(asks: str) -> None:
    assert missing_parts(f"{WHOLE} {asks}") == ("no_consent",)


def test_nothing_holds_nothing() -> None:
    assert missing_parts("Hello.") == tuple(LOOKED_FOR)


SAID_BADLY = {
    "consent": phrases("""
        Can you sign here? | I'd need you to sign this. | Would you be happy for me to ring? | Sign below.
        If you say yes, I'll ring the GP this afternoon. | I need your go-ahead before I can talk to the nurse.
        With your permission I will speak to the teacher. | Unless you object, I'll tell the school tomorrow.
        We can't share it without your consent. | Nothing will happen until you've said yes.
        We would need both parents to agree. | It's up to you whether I tell the school.
        Would it be all right to let the GP know? | Can you confirm that you consent to it?
        I won't keep you long, but please sign here, and nothing else is needed.
    """),
    "secrecy": phrases("""
        This stays in this room. | I won't tell anyone. | Nobody will know. | It's strictly between you and me.
        You have my word that it goes no further. | Everything you tell me is completely confidential.
        I promise not to pass it on. | Nobody but you and me will hear of it. | What you've told me is safe with me.
        Let's keep the school out of this. | They'll never find out from me.
    """),
}


@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, every in SAID_BADLY.items() for said in every])
def test_a_signature_asked_for_and_a_secret_promised_are_found_with_their_sentence(kind: str, said: str) -> None:
    assert [(one.kind, one.sentence) for one in find_faults(f"Hello. {said} Thank you.")] == [(kind, said)]


@pytest.mark.parametrize(
    "said",
    phrases("""
        You don't have to sign anything. | I can't promise that nobody will know. | There is nothing to sign.
        What you tell me is kept safe. | I'm not asking you to agree or to sign anything.
        I won't tell the school about the rent.
        Whether you agree or not, I have to tell them, and I'm telling you first.
        If you don't agree, I will write that down. | Are you all right? | Would it be all right to ring you at six?
        Do you agree with how I've written down what you said? | The law lets us share this without your consent.
        No one else gets it. | Only the nurse will know about it.
        Nobody else will be told without you hearing of it first.
        I can't keep this to myself, and I want to be honest about that.
    """),
)
def test_what_is_rightly_said_is_not_found(said: str) -> None:
    assert find_faults(said) == ()


@pytest.mark.parametrize(
    "said",
    phrases("""
        Gran told me that P is cold. | Your neighbour heard shouting. | P's aunt is worried.
        It was your sister who got in touch with us. | The school let us know that P was bruised.
        We had a call from the lady downstairs. | Somebody on your landing reported it.
        The referral came from the nursery. | P showed his teacher a mark.
        According to Mrs B., there was shouting. | A member of your family has asked us to look in.
    """),
)
def test_who_told_us_is_found_with_its_sentence(said: str) -> None:
    assert ("who_told", said) in [(one.kind, one.sentence) for one in look_through(f"Hello. {said}")]


@pytest.mark.parametrize(
    "said",
    phrases("""
        The nurse will tell me how P is. | You told me on Monday that P is tired.
        I saw on my visit that P is tired. | I'll let you know what the nurse says.
        The school will use it to plan P's week. | I've read the report and can go through it with you.
    """),
)
def test_what_we_know_ourselves_and_what_others_will_do_tells_of_nobody(said: str) -> None:
    assert [one for one in look_through(said) if one.kind == "who_told"] == []


def test_words_too_hard_for_a_child_of_eleven_are_found_by_their_hardest_sentence() -> None:
    hard = (
        "Notwithstanding the aforementioned considerations, the dissemination of information pertaining to the family "
        "will be undertaken in accordance with the applicable statutory requirements and organisational procedures."
    )
    found = [one.sentence for one in look_through(f"Hello. I ring you today. {hard}") if one.kind == "hard"]
    assert found == [hard]
    assert [one for one in look_through(WHOLE) if one.kind == "hard"] == []
    assert reading_age(WHOLE) < 11 < reading_age(hard)


@pytest.mark.parametrize(
    ("said", "doubtful"),
    [
        ("I'm going to tell the GP that P is well.", False),
        ("I'll write down what you say, even if we see it differently.", False),
        ("I would like to hear what you want to say.", False),
        ("There is also a page called a privacy notice.", False),
        ("You told me that your mum drinks.", True),
        ("P's sister has moved.", True),
        ("The police come on Friday.", True),
    ],
)
def test_what_is_looked_at_twice_in_real_letters_is_here_too(said: str, doubtful: bool) -> None:
    assert bool([one for one in look_through(said) if one.kind == "doubtful"]) is doubtful


def test_a_sentence_is_named_for_one_thing_only() -> None:
    assert [one.kind for one in look_through("I won't tell anyone else.")] == ["secrecy"]


def test_no_model_of_a_reply_asks_for_a_yes_or_promises_secrecy() -> None:
    days = [day for one in all_scenarios().values() for day in every_day(one)]
    replies = [day.rehearsal.model_reply for day in days if day.rehearsal] + [day.model_words for day in days]
    assert [fault for reply in replies for fault in find_faults(reply)] == []
