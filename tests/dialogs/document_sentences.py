"""What tired people type about a document, and what must be read from it; AGAIN where it must be asked again."""

from tests.dialogs.sentences import AGAIN, Table
from tests.phrases import phrases

AUDIENCE: Table = {
    "parents": ("dad", "his mum", "both parents", "P's father", "a parent", "1"),
    "other_professionals": ("the GP", "other professionals", "the school nurse", "health", "CAMHS", "2"),
    "care_proceedings": ("court", "care proceedings", "the court bundle", "3"),
    "parents other_professionals": ("mum and the school", "1, 2", "dad, and the health visitor"),
    "parents care_proceedings": ("mum and the court",),
    AGAIN: ("not dad", "dad but not mum", "everyone", "dunno", "asdf", "4", "anyone except the school"),
}
WHOSE_WORDS: Table = {
    "someone_else": ("no", "someone else", "the hospital wrote it", "not us", "she wrote it", "1"),
    "ours": ("yes", "we wrote it", "it's ours", "our own report", "we did", "2"),
    "unsure": ("not sure", "dunno", "3"),
    AGAIN: phrases("""
        we wrote most of it | i think we wrote it | we wrote it with the school | ours? | yes but it quotes her
    """),
}
QUOTES: Table = {
    "no": ("no", "it quotes no one", "no quotes", "1"),
    "yes": ("yes", "it quotes the school", "an email", "there's an extract in it", "2"),
    "not_read": ("not sure", "not read for that yet", "haven't read it", "3"),
    AGAIN: ("i don't think it quotes anyone", "no quotes as far as i know", "probably no quotes", "no one reads it"),
}
QUOTED_AGREED: Table = {
    "all": ("yes", "all of them", "all agreed in writing", "each of them in writing", "1"),
    "not_all": ("no", "not all of them", "only one", "not yet", "2"),
    "unsure": ("not sure", "3"),
    AGAIN: ("they should all agree", "all but one", "i think all of them", "all of them will"),
}
LAWFUL_DOUBT: Table = {
    "no": ("no", "no doubt", "it's lawful", "1"),
    "yes": ("yes", "not sure", "unclear", "some doubt", "2"),
    "advised": ("had advice", "we had legal advice", "legal advice received", "3"),
    AGAIN: phrases("""
        it should be lawful | probably no doubt | waiting for advice | we will have legal advice
        haven't had advice | had advice last year about another one
    """),
}
DOC_NEEDED: Table = {
    "all": ("yes", "all of it", "the whole report", "they need all of it", "1"),
    "part": ("a part", "only part of it", "some of it", "not all of it", "2"),
    "none": ("no", "none of it", "nothing", "3"),
    "unsure": ("not sure", "4"),
    AGAIN: ("nearly all of it", "all of it i think", "ask them"),
}
UNSHAREABLE: Table = {
    "no": ("no", "I've read all of it", "nothing in it", "read all of it", "1"),
    "yes": ("yes", "there's an address in it", "who told us is in it", "it names another child", "2"),
    "not_read": ("haven't read it", "not read for that yet", "still to read", "3"),
    "unsure": ("not sure", "dunno", "4"),
    AGAIN: phrases("""
        i've read most of it | nothing much in it | i don't think so | nothing in it i think
        should be nothing in it | read all of it last year, a new version came
    """),
}
TAKEN_OUT_BY: Table = {
    "me": ("me", "1"),
    "manager": ("my manager", "the manager has", "2"),
    "legal": ("Legal Services", "legal", "3"),
    "no_one": ("no one yet", "nobody", "no one", "not yet", "4"),
    "me manager": ("me and my manager", "1 and 2", "me, my manager"),
    "me manager legal": ("me, my manager and legal", "1, 2, 3"),
    AGAIN: phrases("""
        my manager will | my manager is going to | me and my manager will do it tomorrow | not my manager
        me but not my manager | ask legal | the author | me, no one
    """),
}
LEGAL_STATUS: Table = {
    "care_order": ("care order", "on a care order", "full care order", "P is on a care order", "1"),
    "interim": ("interim care order", "ICO", "on an interim order", "2"),
    "section_20": ("section 20", "s20", "accommodated", "3"),
    "supervision_order": ("supervision order", "on a supervision order", "4"),
    "protection_plan": ("child protection plan", "CP plan", "protection plan", "5"),
    "none": ("none", "none of these", "no order", "child in need", "6"),
    "unsure": ("not sure", "dunno", "7"),
    AGAIN: phrases("""
        no | yes | his sister is on a care order | the sibling is on a care order | not a care order
        was on a care order | care order discharged | going for a care order | care order or supervision order
        care order until last year
    """),
}
COURT_CASE: Table = {
    "no": ("no", "no court case", "not in court", "1"),
    "yes": ("yes", "in proceedings", "there's a court case", "2"),
    "unsure": ("not sure", "3"),
    AGAIN: ("there was one", "maybe next month", "not a court case i think"),
}
GIVEN_HOW: Table = {
    "in_person": ("in person", "on a visit", "by hand"),
    "secure_email": ("by secure email", "emailed it"),
    "post": ("by post", "posted it", "a letter"),
    AGAIN: ("not by post", "carrier pigeon", "yes"),
}
