"""What tired people type about a caller and about the case summary, and what must be read from it."""

from tests.dialogs.sentences import AGAIN, Table
from tests.phrases import phrases

RUNG_BACK: Table = {
    "yes": phrases("""
        yes | yep | I rang them back on a number I found myself | rung back on the number we hold
        yes, called her back on our own number we looked up | 1
    """),
    "not_yet": ("no", "not yet", "nope", "I haven't rung them yet", "not sure", "haven't called", "2"),
    "no_call": ("it came in writing", "by email", "an e-mail", "it wasn't a phone call", "3"),
    AGAIN: phrases("""
        I rang the number they gave me | rang them | they rang me back | I'll ring them on a number I found
        yes but on their number | they are still on the phone | I think so | 4
    """),
}
CASE_SUMMARY_SAYS: Table = {
    "silent": phrases("""
        it doesn't say | nothing about this | silent | I haven't looked | not sure | no case summary | 1
    """),
    "may": ("it may be given out", "it says it can be shared", "may be disclosed", "the summary says it's ok", "2"),
    "may_not": phrases("""
        it may not be given out | says it can't be shared | the summary says not to | not to be disclosed to anyone
        3
    """),
    AGAIN: phrases("""
        yes | no | some of it may be given out | it may be given out to the GP
        it may be given out but not the address | it doesn't say it can be shared with dad
        it used to say it may be given out | ask my manager
    """),
}
STAFF: Table = {
    "yes": ("yes", "I'm a social worker", "a duty social worker", "I am in the social work team", "1"),
    "no": ("no", "I'm in admin", "business support", "not a social worker", "receptionist", "2"),
    "unsure": ("not sure", "dunno", "3"),
    AGAIN: phrases("""
        I was a social worker | my manager is a social worker | I'll be a social worker soon
        I think I'm a social worker | agency
    """),
}
SEEN_WHERE: Table = {
    "summary": ("in the case summary", "on MOSAIC", "1"),
    "elsewhere": ("somewhere else", "2"),
    "summary elsewhere": ("1 and 2",),
    "not_yet": ("not settled yet", "nowhere yet", "not sure", "none of these", "3"),
    AGAIN: ("in my notebook", "it will be in the case summary", "not in the case summary", "in the case summary?"),
}
