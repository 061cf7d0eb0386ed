"""What is missing in words to parents, and what must not be said, found by plain words."""

import pytest

from cards.people import Council
from practice.cards.comparison import model_words
from practice.own_words import LOOKED_FOR, find_faults, look_through, missing_parts, reading_age
from practice.play import has_words
from practice.repository import all_scenarios
from practice.scenario import Scenario
from practice.simulation import model_walk
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


SAID_OTHERWISE = {
    "consent": phrases("""
        Please can you sign the consent form? | Is it OK if I speak to the school?
        Are you OK with us contacting the GP? | Would you mind if I told the health visitor?
        Could we have your consent to contact nursery? | I wanted to ask if I can share this with the school.
        Do you give permission for this? | With your agreement we would like to inform the police.
        I need to know that you are happy for this to go ahead.
        You don't have to agree, but I can't go ahead unless you do.
        Let me know by Friday if you don't want this to happen. | I would only do this with your support.
        I'll go ahead as soon as I've got your reply. | If you say no, that's the end of it.
        It's your decision whether the nurse hears about this.
        We can talk about it, and then you tell me what I may pass on. | I'm hoping you'll be OK with this.
        Are you willing to let us tell the school?
        Give me a shout if you'd rather I held off. | Nothing goes to the school before I hear back from you.
        Just reply YES and I'll ring the nurse. | I'll wait for your word on this.
        Are we good for me to speak to Mr Shah at the school? | I'd want you on board before I ring anyone.
        Can I take it that you're fine with me telling the GP? | Would you let me speak to the teacher?
        May I tell the health visitor? | Please pop your name at the bottom and send it back.
        Let me know whether I can go ahead. | If you're not comfortable with it, I'll leave it.
        You get the final say on this. | I can only do this if you let me. | Is that all right with you both?
        How would you feel about me telling them? | Have I got your OK? | I need a thumbs up from you first.
        Could you both agree to this by Friday? | Do I have your blessing to ring them?
        Tell me you're okay with that and I'll make the call. | I won't lift the phone until you're happy.
        Does that sit well with you, or should I leave it? | It would help if you could agree in writing.
        What do you say, shall we let the school in on it? | If it's a no, I'll respect that and tell nobody.
        I'd like your permission, please. | Would you be willing for the GP to know?
        You're free to refuse, and then I won't. | We do ask all parents to sign a form.
        Only with your agreement can I ring the clinic. | Are you both happy that I pass it on?
        I hope you'll allow me to share it. | Drop me a line to say it's fine and I'll ring them.
        Can you give me the nod by Thursday? | I'd only go to the GP with your backing.
        Would you be open to me ringing the nursery? | Are there any objections to my telling the school?
        I'll need the form back from you before anything goes. | If you change your mind, I'll stop straight away.
        Shall we tell the teacher together, if you want to? | Do say if you don't want me to share this.
        Nothing leaves here until both of you are on board. | Could I have a quick yes by text?
        I was hoping you'd say it was fine to ring them. | We always get parents to sign off on it.
        Please confirm that I may contact the health visitor. | Without your say-so my hands are tied.
        Do I have a yes from both of you? | Would it be OK with you for the coach to know?
        Ring me if you'd like me not to. | I want to be sure you're happy before I speak to the teacher.
        We'll need both signatures. | Can the school be told? | If that works for you, I'll call the GP this afternoon.
        I'm asking you to let us share this. | Please think about whether you want me to tell them.
        You have to give us permission. | I'd never do it against your wishes.
    """),
    "secrecy": phrases("""
        I promise I won't tell anyone. | This will stay between us. | Nobody needs to know.
        It won't be shared with anybody else. | You can tell me anything and I will keep it to myself.
        Your ex-husband will never know. | I'll keep your secret. | What you tell me stays with me.
        No one is going to find out. | I won't put that in my notes. | We don't pass anything on.
        What's said here stays here. | You can trust me, it won't leave my notebook.
        Your ex will not get wind of this. | I'd never let it slip to the school. | Don't worry, mum's the word.
        You have my word that it ends with me. | I'm not going to pass anything on, ever.
        This is just for your ears and mine. | No other agency will ever see what you tell me.
        We can keep this off the file. | I'll take it to the grave. | The police needn't know.
        Nothing you tell me will be written down. | Rest assured, the school won't hear a word of this.
        I keep what parents say to me strictly private. | It's our little secret.
        Whatever you say next, I'll forget it as soon as I leave. | I'd never repeat what you told me to anybody.
        Nobody at the school need ever know about this. | You can speak freely, as none of it gets passed on.
        I won't say anything to your mum about it. | What you say won't go beyond these four walls.
        I give you my word, this is safe. | Think of me as a vault. | The school will be kept in the dark about it.
        Your husband will never be told. | I'll make sure that it doesn't get back to anyone.
        It will remain confidential, I promise. | No need to worry, this is off the record.
        You and I are the only ones who will know. | I don't have to tell my manager any of this.
        Nobody will find out from us. | I promise it stays inside this family. | This chat isn't going anywhere.
        I won't be telling a soul. | All that you tell me is private. | We'll never speak of it to the school.
        I'd keep this from the doctor if I were asked.
    """),
    "who_told": phrases("""
        Your neighbour told us about the shouting. | Someone close to you is worried.
        The teacher said P had a bruise. | P's dad called us. | A family member got in touch.
        The nursery reported that P was hungry. | Somebody who knows you well rang us. | We were told by the school.
        I got a referral from the hospital. | The person who called lives on your street.
        I can't say who rang, but they live very close to you. | Someone on your stairs is worried about the nights.
        It came to us from inside your family. | A person who sees P every day at nine has told us.
        You know who rang us, I think. | Somebody at the nursery has been in touch.
        The one who lives above you heard it all. | P's grandmother is concerned. | A member of staff noticed marks.
        We got an anonymous call from a woman with a dog. | Word has reached us from downstairs.
        Your ex has been on the phone to us. | The lady over the road saw P alone. | P told his teacher about the belt.
        One of your neighbours has concerns. | We know this from P's dad. | It was the nursery that raised it.
        A relative got in touch with our team.
        Someone who cares about P has rung us, someone on your side of the family.
        The person who picks P up on Fridays has spoken to us. | Your mother-in-law has her doubts about the nights.
        One of the other parents at the gate spoke to us. | P's best friend let on about the belt.
        The couple in flat 9 complained about noise. | Ms Shah at school passed on her worries.
        It was reported by a family friend. | We were tipped off by somebody in your building.
        Your landlord rang us last week. | A friend of P's mentioned the bruises.
        The school tells me that P is hungry. | We were contacted by P's dad.
        I had an email from the health visitor about the cot. | The man in the shop saw P on Sunday night.
        Let's just say it was someone close to home.
    """),
}


@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, every in SAID_OTHERWISE.items() for said in every])
def test_what_must_not_be_said_is_found_in_other_words_with_its_sentence(kind: str, said: str) -> None:
    assert (kind, said) in [(one.kind, one.sentence) for one in look_through(f"Hello, it's me. {said} Thanks.")]


@pytest.mark.parametrize(
    "said",
    phrases("""
        Do you have any questions? | Can I ring you tomorrow? | Would you like to talk about it?
        Is there anything you'd like to ask? | I know this is hard to hear. | I will tell you what they say.
        You do not have to agree. | I don't need your consent to do this. | There is nothing to sign.
        Even if you don't agree, I have to share it. | I want to be open with you. | You have a right to know.
        They will keep it safe. | I can't keep it secret. | I'll come and see you on Monday.
        Please ring me if you want to talk. | Is now a good time? | We only share what they need.
        If you have worries, tell me. | You can read it before it goes.
        You can always ring me before Thursday. | May I come in for a moment? | Could I explain why?
        Can I read you the privacy notice? | I can't agree with you on this, and I respect that you see it otherwise.
        Would you like me to send the notice by email? | I'll tell you first, before anyone hears it.
        No one but the school nurse gets this. | The school doesn't get the rest. | Nobody will be told about the rent.
        I am not going to share more than this. | Are you all right to talk now? | Is this a good time?
        Tell me what you would like to be different. | If you object, I'll write that down and still tell them.
        You needn't sign and you needn't say yes. | I'll ring the GP on Monday, whatever you decide to think of me.
        We want you to know before they do. | It's fine to be angry with me. | Let me know if you'd like an interpreter.
        Let me know whether six o'clock is all right. | I'm happy to answer questions.
        What I can keep private, I do, but this I have to pass on. | I can't promise you secrecy.
        They only see the one line. | What you told me stays on P's record, where my team can read it.
        I heard from you on Monday, thank you. | You will get a copy of what I send.
        It won't go to anyone but the surgery. | I never tell anyone who rang us. | You can ask me anything.
        I'll ring you when the nurse has answered. | The nurse will write to you. | May I sit down?
        Could we go through it once more? | I don't need a form from you. | You can complain, and here is how.
        If you want to see what I wrote, I'll show you. | I will not tell them about the move.
        I can't keep this from the school. | You're the first to hear it. | Would you like an interpreter?
        The office keeps it in P's file. | It's your right to know. | Whatever you answer, the nurse has to know.
        I hope that's clear.
    """),
)
def test_what_is_rightly_said_beside_what_is_shared_is_not_found(said: str) -> None:
    found = look_through(f"I'm going to tell the school nurse about the jabs. {said}")
    assert [one for one in found if one.kind != "doubtful"] == []


GOOD_LETTERS = """
    You'll hear this from me first. The teacher, Ms F, gets one line: A finds mornings hard. That's so the first
    lesson can be a quiet one, and she'll plan it with that in mind. The law gives us the right to pass it on
    whether or not you want us to. I'd still like to know what you think. There's a privacy notice, and I can read
    it to you.

    I have to be straight with you. I am going to tell the GP about the tablets, because the dose has to be right.
    The GP will use it to choose the dose. Only the surgery sees it. I don't need permission for that: the Children
    Acts say we can. If you'd like to see our privacy notice, I'll bring it.

    I know you don't agree, and I've written that down. I will still be telling housing about the damp, as they need
    it to plan the repair. They'll use it to get the wall dry. The law allows it without your agreement. Here is the
    privacy notice.

    Nothing has gone yet. Tomorrow at ten I'll tell the health visitor where Z sleeps, so that she can bring a cot.
    She'll use it for that alone. By law I can do that without asking. You can read how we handle things in the
    privacy notice.

    I can't keep it between us, and I won't pretend that I can. The school has to know that P stays with your
    sister, so that P goes home with the right person. They'll use it at the gate, and only the head and P's teacher
    get it. The law lets me say so and I don't need you to agree. I can send the privacy notice.

    Do ring me if anything here isn't clear. I'm telling the nurse about the asthma so she has the inhaler ready.
    She will keep it in her room. The Children Act is what lets us do that, and it doesn't hang on a yes from you.
    Shall I post you the privacy notice?

    Would you like me to come round and go through it again? The school will hear that K is moving, and when. It's
    for the bus list: they will put K on the right bus. No one beyond the office gets it. It's lawful without a
    form, and you needn't sign. Our privacy notice is on the website.

    Is it all right if I come at five? I want to tell you in person what the teacher will hear about R's nights,
    why, and what she'll do with it. The law lets us share without your consent. The privacy notice is in my bag.

    I'm not going to tell you who rang us, and I never do. What I can tell you is what happens now: I'll ask the
    nursery how B is, because of a worry about the nights. They will answer me and nobody else. The law, the
    Children Act, lets us ask without your permission. I've a privacy notice for you.

    I won't tell the school more than that. They get the one line about the collar bone, so that nobody plays rugby
    with him. The PE teacher will leave him out. The Children Act allows this and we aren't asking you to accept it.
    Please read our privacy notice.

    Please tell me if I've got any of this wrong. The police need to know the name of the van driver, and I'll give
    it to them today. It's because T could get hurt. They'll look for the van. I don't have to have your consent for
    this; the law says I may. The privacy notice explains it.

    I'd be happy to talk it over. On Friday the midwife gets the plan you and I made, so that you and the baby stay
    together. She'll put it in the birth notes. Nobody else on the ward is told. It's allowed by law, and no
    signature is needed. The privacy notice is with this letter.

    You can say no to me and I'll note it, but the law means that I must still tell them. The nurse needs to know
    about the seizures so that she can help at once. She'll keep it in A's plan, and no other member of staff gets
    it. Our privacy notice is enclosed.

    I want you to hear it from me and not at the gate. Mrs B will be told that D comes back on Monday, so somebody
    can walk D to the train. She uses it for that and nothing else. I'm allowed to by law, agreed or not. The
    privacy notice is on its way.

    I'm calling to let you know what happens next. The nursery will be told that Z has a new inhaler and when it's
    given, so they can help Z if it gets hard to breathe. They will keep it in the office and use it for that. It's
    the Children Act that lets us tell them. There's nothing for you to agree to. The privacy notice has more.

    Before anything goes, here is all of it. What: that L has nosebleeds. To whom: the school nurse, and no one
    else. Why: L should be looked after. What for: she writes down the days. The law lets us do it and we don't ask
    for consent. A privacy notice comes with this.

    I would rather you heard it from me. I need to talk to the housing officer about the damp because it makes F
    ill. She will use it to get the repair done sooner. I'm allowed to under the Children Acts, and I'm not asking
    you to say yes. You can tell me what worries you. I'll leave you our privacy notice.

    If you are upset with me, I understand. I still have to tell the head teacher that P goes home with your sister,
    so that the right person is at the gate. They will use it on Monday. The law says that we can share it without
    your permission. Could you look at the privacy notice and ring me with questions?

    The clinic asked how S sleeps. I'll tell them that S wakes at three, because they want to help, and they'll use
    that to choose the right support. Nobody else will be told. By law we may share this, and you don't need to sign
    or agree. Our privacy notice explains your rights.

    Would six o'clock suit you for a call? I'd like to explain, with the interpreter, what the GP will hear, why she
    needs it, and what she'll do with it. I can't promise that it stays secret. The law allows us to share it and no
    form has to be signed. You'll get the privacy notice in Somali.
"""


@pytest.mark.parametrize("letter", [" ".join(letter.split()) for letter in GOOD_LETTERS.split("\n\n")])
def test_a_good_letter_in_words_of_its_own_lacks_nothing_and_is_not_blamed(letter: str) -> None:
    assert missing_parts(letter) == ()
    assert [one for one in look_through(letter) if one.kind != "doubtful"] == []


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


DAYS = [day for one in all_scenarios().values() for day in every_day(one)]
TOLD_FIRST = [
    day
    for day in DAYS
    if model_walk(day).conclusion == "inform_parents_first" and has_words(model_walk(day).matter, day)
]


@pytest.mark.parametrize("day", TOLD_FIRST, ids=[day.id for day in TOLD_FIRST])
def test_the_words_that_are_shown_as_a_model_lack_nothing_and_are_not_blamed(day: Scenario) -> None:
    words = model_words(day, Council())
    assert missing_parts(words) == ()
    assert [one for one in look_through(words) if one.kind != "doubtful"] == []


def test_no_model_of_a_reply_asks_for_a_yes_or_promises_secrecy() -> None:
    replies = [day.rehearsal.model_reply for day in DAYS if day.rehearsal]
    assert [fault for reply in replies for fault in find_faults(reply)] == []
