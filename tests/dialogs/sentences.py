"""What tired people type, and what must be read from it; AGAIN where the question must be asked again."""

from collections.abc import Iterable, Mapping

from dialogs.engine.answers import Json
from dialogs.engine.questions import Fault, Question, Ticks
from tests.phrases import phrases

AGAIN = "asked again"

Table = Mapping[str, tuple[str, ...]]


def misread(tables: Iterable[tuple[Question, Table]], given: Mapping[str, Json]) -> list[tuple[str, str, Json]]:
    """Return every sentence of these tables from which its question takes something else than was meant."""
    cases = [(question, value, one) for question, table in tables for value, typed in table.items() for one in typed]
    assert cases
    found = [(question, value, sentence, read(question, sentence, given)) for question, value, sentence in cases]
    return [(question.name, sentence, took) for question, value, sentence, took in found if took != value]


def read(question: Question, sentence: str, given: Mapping[str, Json]) -> str:
    """What a question takes from a sentence, several ticks in one; of what is said line by line, the first line's."""
    try:
        said = question.read_text(sentence, given, first=True)
    except Fault:
        return AGAIN
    value = said.value if said else AGAIN
    value = value["L1"] if isinstance(value, dict) else value
    return " ".join(map(str, value)) if isinstance(question, Ticks) and isinstance(value, list) else str(value)


PART_IN_CASE: Table = {
    "allocated": phrases("""
        y | Yes | yep | yeah it is | yes, it's mine | mine | my case | It\u2019s my case | its my case
        I'm the allocated worker | im the allocated sw | allocated social worker | I am the allocated social worker.
        1
    """),
    "supervisor": ("I supervise them", "I'm the team manager", "i am their supervisor", "2"),
    "authorised": phrases("""
        authorised | my manager has said I can | the allocated worker told me I can share it
        one of them has said I may | 3.
    """),
    "none": phrases("""
        it is not | definitely not | no | nope | n | not my case | not mine | none of these | It isn't mine
        isnt my case | duty | 4
    """),
    "unsure": ("dunno", "not sure", "not really sure", "unsure", "no idea", "don't know", "dont know", "???", "5"),
    AGAIN: phrases("""
        it isn't really my case | i don't think it's my case | dont think its my case
        it was my case till last week | used to be my case | the allocated worker is on leave
        she's the allocated worker | allocated worker off sick, covering | i'm covering for the allocated worker
        ask the allocated worker | yes and no | yes but only till friday | yeah no | is it my case?
        my manager hasn't said I can | nobody has said I can | my manager will say i can
        I'm waiting to hear if I can | i'm not the manager | a friend of mine | 6 | 1, 3 | ok i dont know
        the school | asdf | i should be the allocated worker | i'm going to be the allocated worker
        i haven't been told i can share
    """),
}

RECIPIENT: Table = {
    "school": ("school", "the school", "her teacher", "dsl", "the DSL at school", "nursery", "head teacher", "1"),
    "school_nurse": ("the school nurse", "School Nurse", "2"),
    "health_visitor": ("health visitor", "the hv", "3"),
    "gp": ("GP", "the gp", "her doctor", "the surgery", "4"),
    "camhs": ("CAMHS", "camhs worker", "5"),
    "police": ("police", "the police", "police officer", "6"),
    "housing": ("housing", "housing officer", "7"),
    "other_professional": ("probation officer", "cafcass", "the hospital", "another professional", "8"),
    "not_professional": phrases("""
        her nan | grandma | his uncle | a neighbour | a family friend | P's dad | mum's partner | not a professional
        9
    """),
    AGAIN: phrases("""
        school and the GP | not the school, the gp | not the police | nan who works at the school
        the head teacher's husband | a teacher friend of mine | landlord | the nurse | education welfare officer
        independent reviewing officer | safeguarding lead at the football club | someone | y | yes | no | dunno | 12
        1 and 2 | someone else
    """),
}

NEED_TO_KNOW: Table = {
    "yes": ("yes", "y", "yep", "they need it", "they do need it", "yes they do", "of course", "they need to know", "1"),
    "no": phrases("""
        of course not | definitely not | they do not | no | nope | no they don't | they don't need it
        doesnt need it | not needed | 2
    """),
    "unsure": ("not sure", "dunno", "maybe", "possibly", "hard to say", "no idea", "can't tell", "3"),
    AGAIN: phrases("""
        they don't really need it | they need to ask mum | they say they need it | they think they need it
        they need some of it | only part of it | they might need it | yes if she's going to be there
        yes i think so | yes but not the health bit | no they do need it | what does that mean | nobody needs it
        do they need it? | yes/no | 4 | 1 2
    """),
}

SOMEONE_ELSES: Table = {
    "no": phrases("""
        no | n | nope | all ours | it's all our own | it's what we know
        No (including what someone told us by phone) | they told us by phone | someone told me on the phone
        no, it's what we know ourselves | 1
    """),
    "yes": phrases("""
        yes | yes, CAMHS wrote it | there's a report | from an email | a letter from the GP
        yes the psychologist's report | 2
    """),
    "unsure": ("no clue", "not sure", "dunno", "i'm not sure", "perhaps", "3"),
    AGAIN: phrases("""
        never mind | not all ours | it's not all ours | no, apart from the quote | no but there's a quote from camhs
        no except one line | mostly ours | some of it is ours | no i think | no, not that i can remember
        it's our own meeting with camhs | no it's from camhs | part of it is what we know | no yes
        it isn't what we know
    """),
}

AUTHOR_AGREED: Table = {
    "written": ("in writing", "yes in writing", "yes, by email", "they've agreed in writing", "agreed in writing", "1"),
    "written_other": ("in writing but for someone else", "it's in writing for someone else", "2"),
    "verbal": ("verbally", "on the phone", "she said yes", "she said ok on the phone", "said yes, not in writing", "3"),
    "refused": ("he refused in writing", "refused", "she said no", "he refused", "4"),
    "not_asked": ("not asked", "not asked yet", "haven't asked", "havent asked", "not yet", "5"),
    "forwarded": ("it was forwarded", "it came from someone else", "Someone other than the author agreed", "6"),
    "unsure": ("not sure", "dunno", "7"),
    AGAIN: phrases("""
        yes | no | y | nothing in writing | waiting for it in writing | need it in writing | will get it in writing
        i've asked for it in writing | written by camhs | it was written by the psychologist
        in writing to the school | i think in writing | should be in writing | in writing for some of it
        mum agreed in writing | in writing last year | in writing? | 1 or 3
    """),
}

AUTHOR_TALK: Table = {
    "yes": ("yes", "y", "we've talked", "spoken to her", "discussed it", "1"),
    "no": phrases("""
        left a message, not spoken | didnt discuss it | we have not | we never really spoke | definitely not | no
        nope | not spoken | havent spoken | haven't talked | not sure | dunno | 2
    """),
    AGAIN: phrases("""
        will be spoken to | we spoke about something else | i'll have spoken to her by friday
        yes briefly but not that | spoke to his secretary | 3
    """),
}

LAWFUL_DOUBT: Table = {
    "no": ("no", "n", "nope", "no doubt", "no doubts", "it's lawful", "1"),
    "yes": ("no clue", "yes", "unclear", "not sure", "dunno", "it's not lawful", "no idea", "2"),
    AGAIN: phrases("""
        is it lawful? | i think it's lawful | should be lawful | no, apart from the address
        no but legal haven't said | not that i know of | it's lawful if she agrees | never mind | 3
    """),
}

WEIGHTS: Table = {
    "needs": ("yes", "y", "they need it", "needs it", "keep", "keep it", "needed", "yes to all", "all needed", "1"),
    "trim": ("trim it", "too much", "shorter", "needs trimming", "cut it down", "2"),
    "leave_out": phrases("""
        definitely not | no | leave it out | leave that out | drop it | out | don't need it | not needed | 3
    """),
    "unsure": ("not sure", "dunno", "maybe", "4"),
    AGAIN: phrases("""
        needs it but shorter | needs changing | not all needed | all but the second | all except 2 | yes except 2
        only the first | only the first is needed | yes yes no | yes and no | yes no | 1, 3 | 1 2 1 | keep?
        i think they need it | keep the second one | keep the first, drop the second | they might need it
        the nurse | 9
    """),
}
"""For a matter with two lines; what is said of the next line, or of both."""

WEIGHTS_LISTED: Mapping[str, tuple[str, str]] = {
    "1 yes, 2 leave out": ("needs", "leave_out"),
    "1. keep 2. trim": ("needs", "trim"),
    "1 keep; 2 too much": ("needs", "trim"),
    "1 yes and 2 no": ("needs", "leave_out"),
    "1 yes 2 no": ("needs", "leave_out"),
    "2 yes 1 no": ("leave_out", "needs"),
    "first one yes second one no": ("needs", "leave_out"),
    "the first yes, the second leave it out": ("needs", "leave_out"),
    "line 1 keep, line 2 drop it": ("needs", "leave_out"),
    "1 needs it, 2 not sure": ("needs", "unsure"),
    "1 and 2 yes": ("needs", "needs"),
    "1,2 yes": ("needs", "needs"),
    "both": ("needs", "needs"),
    "yes to all": ("needs", "needs"),
    "none of them": ("leave_out", "leave_out"),
    "neither": ("leave_out", "leave_out"),
    "1 not needed, 2 needed": ("leave_out", "needs"),
    "1 yes, 3 no": (AGAIN, AGAIN),
    "1 yes, 2 dunno about that one really": (AGAIN, AGAIN),
    "1 yes, 1 no": (AGAIN, AGAIN),
    "1, 2": (AGAIN, AGAIN),
    "all but the second": (AGAIN, AGAIN),
    "only the first": (AGAIN, AGAIN),
}

TOLD_ITEMS: Table = {
    "what": ("what", "1"),
    "what why": ("what and why", "they know what and why", "1, 2", "1 2", "1 & 2"),
    "what why used_for": ("what, why and what it will be used for", "1, 2 and 3"),
    "what why used_for to_whom": phrases("""
        all four | all | all of it | everything | they know everything | they know all of it | yes, all of it
        what, why, what for and who | they've been told what, why, what it's for and who gets it | 1 2 3 4
    """),
    "why": ("why", "2"),
    "to_whom": ("who gets it", "who", "4"),
    "none": phrases("""
        none | none of these | nothing | nothing yet | no | nope | n | not told | they don't know | they dont know
        don't know yet | haven't told them | havent told them yet | 5
    """),
    "unsure": ("not sure", "dunno", "unsure", "6"),
    "one_only": phrases("""
        only mum knows | Only one of them knows | only one | one of them | just one parent | mum knows, dad doesn't
        mum knows everything, dad doesn't | only dad knows everything | one of them knows all of it
        dad hasn't been told yet, mum has been told | T knows but D doesn't | she knows, he doesn't
        I've only told mum | I told mum, not dad | not both of them | they don't both know | 7
    """),
    AGAIN: phrases("""
        yes | y | they don't know why | they dont know who gets it | everything except who gets it | all except why
        all but who | they know what but not why | not everything | they'll be told everything tomorrow
        i will tell them everything | i'll tell them what, why, what for and who | going to tell them all of it
        dad knows everything | mum knows and dad knows | only the school knows | one of them is at work
        the other parent | all good | all of them are at work | everything is fine
        everything we told them last year | they should know all of it | i think they know everything
        they know everything? | i sent a letter with what, why, what for and who | left a voicemail about all of it
        text sent, all four | they know who i am | what do you mean | whatever | mum knows | they know | most of it
        1-4 | 1 5 | 8 | they were told everything by someone else, i think | they know all about the asthma
        they nearly know everything | nobody told them what, why, what for or who
        no one has told them anything but they know what and why
    """),
}

REASONS: Table = {
    "tell_first": phrases("""
        i can tell them in time | i'll tell them first | yes I'll tell them | i can tell mum | tell them first | yes
        y | yes, I can tell them first | 1
    """),
    "risk": phrases("""
        risk | she'd be at risk | he'd hurt her | child could be harmed | telling would put her at risk | 2
    """),
    "crime": phrases("""
        a criminal investigation | police investigation | it could spoil the criminal investigation
        it could get in the way of the criminal investigation
        Telling could get in the way of a criminal investigation | 3
    """),
    "not_practicable": phrases("""
        can't reach them | cant reach them | can't get hold of mum | no way to tell them in time | there's no way
        no answer | 4
    """),
    "court": ("the court ordered it", "court order", "a judge has ordered it", "5"),
    "attitude": phrases("""
        they'll be angry | dad refused | won't engage | wont engage | she'll be upset | mum objects | 6
    """),
    "habit": ("it's how we do it", "we always do it this way", "police asked us not to", "they asked us not to", "7"),
    "unsure": ("not sure", "dunno", "8"),
    "risk attitude": ("she's at risk and he'll be angry", "no, she's at risk and he'll be angry", "2, 6", "2 and 6"),
    AGAIN: phrases("""
        yes, but he'd be angry | yes, she's at risk | no, I'll tell them first | not yet | no | nope | n
        she's not at risk but he'll be angry | she isn't at any risk | there's no risk | no harm in telling
        no police investigation | not a criminal matter | the police investigation is over | no court order
        not ordered by a court | there's no delay | i can't tell them | i won't tell them first
        they can be reached | i might be able to tell them | none of these | 1 2 | the court case is next month
        court on friday | there might be a police investigation | is there a crime?
        she may be at risk, i'd need to check | 9 | risk? | we're busy
    """),
}

CONTACT: Table = {
    "ring": ("ring", "by phone", "phone", "call", "1"),
    "write": ("letter", "by letter", "post", "2"),
    "text": ("text", "by text", "3"),
    "in_person": ("in person", "face to face", "home visit", "in person only", "4"),
    "ring text": ("phone or text", "ring and text", "1, 3", "call or text", "1;3", "(1) (3)", "options 1+3 please"),
    "ring write": ("phone and letter", "by phone or by post"),
    "not_known": ("not known", "don't know", "dont know", "not sure", "dunno", "none of these", "5"),
    AGAIN: phrases("""
        not by phone | don't text | dont ring | no letters | he reads her phone | d checks the post
        phone but he listens in | text is risky | ring, not text | anything but the phone | never write
        phone after school only when he's out | mum's phone is shared | yes | no | y | 1 5 | phone?
        he sees her texts and post
    """),
}

HARM_SUFFERED: Table = {
    "yes": phrases("""
        yes | y | yes B told me this morning
        Yes, B told me this morning that D hit him and he isn't allowed to say | yes: a mark on the arm
        he has been hurt | she's been hit | B was hit on Monday | she has been harmed | 1
    """),
    "no": phrases("""
        nobody has been hurt | it is not | of course not | definitely not | no | nope | not as far as we know
        not as far as I know | no harm so far | no one has been hurt | 2
    """),
    "unsure": ("not sure", "dunno", "maybe", "i don't know", "no idea", "3"),
    AGAIN: phrases("""
        he hasn't been hurt | hasnt been hit | she might have been hit | if he has been hurt
        i'm worried she has been hurt | her brother has been hurt | he was nearly hit | yes and no | yes maybe
        yes but not by them | yeah not really | yes i think so | yeah no | ok i'll check | has she been hurt?
        mum was hit | yes? | could have been hurt | 4 | 1 2
    """),
}

REAL_CONCERN: Table = {
    "yes": ("yes", "y", "yes, he said it'll be worse if anyone talks", "i have a real concern", "real concern", "1"),
    "no": phrases("""
        definitely not | no | can't point to anything | No | cant point to anything | nothing to point to | nope | 2
    """),
    "unsure": ("not sure", "dunno", "maybe", "3"),
    AGAIN: phrases("""
        no real concern | not a real concern | not really a concern | i have no real concerns | yes and no | yeah no
        he'd be angry | is that a real concern? | there may be a real concern | yes i think so
        yes but nothing i can point to | 4
    """),
}

COURT_COVERS: Table = {
    "all": ("yes", "y", "all of it", "all", "everything", "every line", "it covers everything", "1"),
    "part": ("definitely not", "no", "some of it", "only part", "not all", "not everything", "part of it", "2"),
    "unsure": ("not sure", "dunno", "3"),
    AGAIN: phrases("""
        all except the address | all but one | all of it i think | yes the order covers two lines
        yes but not the health line | it does not cover everything | it should cover everything | everything?
        almost everything | all right | 4
    """),
}

KINDS: Table = {
    "health": ("health", "asthma", "mental health", "3"),
    "health sexuality": ("health and sexuality", "3, 4"),
    "ethnicity beliefs": ("race and religion", "1 2"),
    "none": ("none", "none of these", "no", "nope", "n", "7"),
    "other_sensitive": ("something sensitive", "6"),
    AGAIN: phrases("""
        not health | no health but religion | yes | not sure | dunno | 1 7 | 8 | nothing about race | mum
    """),
}

LINE_TEST: Table = {
    "yes": ("yes", "y", "yes to both", "yes all of them", "1"),
    "no": ("definitely not", "no", "n", "nope", "2"),
    "unsure": ("not sure", "dunno", "3"),
    AGAIN: ("yes and no", "yes but", "yes i think", "it does not", "maybe yes?", "4", "they need it"),
}

LINE_SAYS_MORE: Table = {
    "yes": phrases("""
        no | n | nope | definitely not | it doesn't | no it doesn't | No, it says no more than that
        no more than they need | it says no more than that | it doesn't say more than they need | 1
    """),
    "no": phrases("""
        yes | y | yes it does | Yes, it says more | it says more | it says much more than they need | too much
        yes, more than they need | 2
    """),
    "unsure": ("not sure", "dunno", "3"),
    AGAIN: phrases("""
        yes and no | yes i think | yes but only a little | yes, no more than that | yes, no more than they need
        yes it says no more | no, it says more | no it says more | no, it says too much | no, more than that
        no, it isn't too much | no but | no i think | no? | it is not too much | 4 | they need it
    """),
}
"""The question asks about too much; what is kept is whether the line is proportionate."""

SHARED_HOW: Table = {
    "phone": ("by phone", "rang her", "phoned", "called them", "1"),
    "in_person": ("in person", "face to face", "at the meeting", "2"),
    "secure_email": ("email", "by secure email", "emailed", "3"),
    "letter": ("letter", "by post", "4"),
    AGAIN: ("yes", "y", "phone and email", "not by phone", "didn't ring", "5", "whatsapp"),
}

CHILD: Table = {
    "P": ("P", "p", "it's P", "its P", "for P", "about P.", "P,"),
    "A.B.": ("A.B.", "a.b."),
    "AB": ("AB",),
    "ABC": ("ABC",),
    "1234567": ("1234567", "it's 1234567"),
    "M123456": ("M123456", "m123456"),
    "P and Q": ("P and Q", "p & q", "it's P and Q", "both P and Q"),
    AGAIN: phrases("""
        Mia | mia | Leo | Jo | Anna | john | John Smith | Mia Smith | yes | no | ok | her | him | the boy | dunno
        2 | ?? | P Smith | P and Mia | ab | born 12/03/2015 | P, my case
    """),
}
