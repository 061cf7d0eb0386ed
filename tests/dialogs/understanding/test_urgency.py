"""What is urgent whatever was learned: the buttons' words. And what never is: numbers and bare answers."""

import pytest

from dialogs.understanding.asked.words import stem
from dialogs.understanding.danger_signs import HAZARDS, lexicon, mended, signs_of
from dialogs.understanding.urgency import is_urgent
from tests.phrases import phrases

BUTTONS = phrases("""
    Child in danger now: act first | CHILD IN DANGER NOW ACT FIRST | child in danger | a child is in danger
    the child is in danger now | chld in dangr now act 1st | chiled in danger now | in danger now | danger | Danger!
    act now | act first | act first please | emergency | emergancy | 999 | 999!!
""")
HAPPENING = phrases("""
    he's going to hit her now | she has gone very floppy and i cant wake her
    mum isnt answering and the toddler is at the window on the 4th floor
    he has left with the passports, flight is at 9 | hes got a nife at her throte
    stop, forget the form, he's here with a hammer | armed | kid under tractor | fgm booked today | get 999
    send an ambulance | police now please | who do I ring now now now | she's whipping them
    P is being hit by K right now | no its dad with a knife | no the police, she has been stabbed
    she's about to hit her again | she'll set light to it unless we leave | he's telling us we are not leaving
    she's stood in front of the door, we can't get out | she's set off for the nursery to grab him
    he was released this morning and he's at the flat | can I tell the nursery to keep her, dad's outside with a bat
    do I need consent, he's setting light to her duvet | he used to shout, now he's got her by the ears
    police let him go and he's round there again with a crowbar
    she's texted me a picture of the tracks | granny just gave him all her heart pills by mistake
    he's on the roof and he isn't fixing tiles, he's saying goodbye | the taxi is outside, he's bundling her into it
    he's locked the bathroom and I can hear thuds and her going quiet | he's got himself stuck in the washing machine
""")
CALM = (
    *phrases("""
    1 | 6 | 2 and 3 | yes | no | mum only | the GP | he hit her last year | he hits her | risk of harm to the child
    domestic abuse history | police were called in June | if I tell dad he might hurt her
    what do I do if a child is in danger | A&E visit on Tuesday with a broken arm | she is safe with grandma now
    this deadline is killing me | the child isn't in danger | sent them a card | first half only
    ticked the box for aunt in error | the doctor is fine with all of them reading it
    so that staff can sit with her at lunch | only mum collects | is it me or the senior who signs
    may I strike lines on my own | the record will not open for her | do you sleep | my trainee has my files
    the ward wants a summary this morning | it can't wait until Monday, may I tell the nursery
    if she stops breathing at PE, staff must call me | Ambulance: any overdose since May?
    the ambulance record of that night | buried alive in emails | will you take them off us | what is serious harm
    she shouted she'd murder me, then we laughed | its an emergency and i need checks | the police please
    nan is coming to take them | there was a flood drill at school, we can go on
    there's a strike on the buses | they won the cup, he's over the moon | the trampoline is in the garden
    the taxi is outside | she's got a cold and stayed in bed | the boiler man is coming at four
    the ice cream van is outside | she's learning to drive | he's a ticking time bomb with deadlines
    he's glued to his tablet | my password has expired and I'm locked out | the radiators are freezing
    it's bucketing outside | he jumped the queue | the fridge light won't go off | he's on the bench for the final
    she's in the paddling pool with her mum | the twins are fighting over the red cup
    dad's downstairs signing in | I dropped my phone and the glass is smashed | it won't wake up after I shut the lid
    my tablet is about to die, tomorrow then | ambulance crew want his tablets list and gran can't be found
"""),
    "",
)


@pytest.mark.parametrize("text", BUTTONS)
def test_the_red_button_is_known_in_any_spelling(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize("text", HAPPENING)
def test_what_happens_now_is_urgent(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize("text", CALM)
def test_an_answer_or_what_is_over_is_not(text: str) -> None:
    assert not is_urgent(text)


def test_a_message_that_is_too_long_to_weigh_whole_is_read_all_the_same() -> None:
    assert is_urgent("the report was sent to the school in june " * 200 + ". he is at the door with a knife now")


IDIOMS = phrases("""
    killing time before court | I could murder a cuppa | shoot me an email | he shot me a text | a bleeding edge laptop
    we're drowning in paperwork | the fire drill is at ten | one burning question | let's hit the road | cake to die for
    it's a dead easy form | my shoes are killing me | beating the traffic | the washing machine is full
    freezing in this office | the laptop keeps crashing | he smashed his exams | she passed her driving test
    stuck in a meeting | cutting corners again | we need a brainstorm | it drives me up the wall
""")


@pytest.mark.parametrize("text", IDIOMS)
def test_a_set_phrase_holds_no_sign_of_danger(text: str) -> None:
    assert HAZARDS.isdisjoint(signs_of(text).found)
    assert not is_urgent(text)


def test_set_phrases_are_many_and_no_word_alone() -> None:
    phrases_read = lexicon().set_phrases
    assert len(phrases_read) > 5_000
    assert all(len(phrase) > 1 for phrase in phrases_read)


def test_what_people_type_is_not_kept_without_end() -> None:
    assert mended.cache_info().maxsize is not None
    assert stem.cache_info().maxsize is not None
