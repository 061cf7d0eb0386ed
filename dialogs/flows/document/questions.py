"""The questions of the document flow, with the typed words that each option is known by.

Those that a sharing asks as well are in `dialogs/flows/share/questions.py`, under the same name.
"""

from dialogs.engine.moment_question import Moment
from dialogs.engine.questions import Choice, Ticks, Words
from dialogs.flows.document import typed
from dialogs.flows.share.typed import ODD_DOUBT
from dialogs.flows.shared_questions import PLAIN, UNSURE
from dialogs.text.clauses import NEGATION
from dialogs.text.option_matching import Option, strict_option
from dialogs.text.patterns import HOW_EMAIL, HOW_IN_PERSON, HOW_LETTER, NOT_SO

A_FEW_WORDS, A_LINE = 120, 400
"""Characters: these name something, and a letter repeats them many times; a document never goes into them."""

DOCUMENT = Words("document", "4.1", long=False, most=A_FEW_WORDS)
AUDIENCE = Ticks(
    "audience",
    "4.1",
    (
        Option("parents", typed.A_PARENT, NEGATION),
        Option("other_professionals", typed.A_PROFESSIONAL, NEGATION),
        Option("care_proceedings", typed.A_COURT, NEGATION),
    ),
    odd={
        "parents": "a parent,? or both",
        "other_professionals": r"(?:other |partner |the )?(?:agencies|services|partners|professionals)",
    },
    naming=typed.A_PERSON,
)
WHO_EXACTLY = Words("who_exactly", "4.1", long=False, most=A_FEW_WORDS, takes_rest=True)

DOCUMENT_AUTHOR = Words("document_author", "4.1", long=False, most=A_FEW_WORDS)
AUTHOR_SERVICE = Words("author_service", "4.1", long=False, most=A_FEW_WORDS)
DOCUMENT_DATED = Words("document_dated", "", optional=True, long=False, most=A_FEW_WORDS)
WHOSE_WORDS = Choice(
    "whose_words",
    "4.1",
    (Option("someone_else", typed.SOMEONE_ELSE), strict_option("ours", typed.WE_DID), UNSURE),
    plain_words={"yes": "ours", "no": "someone_else", "unsure": "unsure"},
    odd={
        "someone_else": typed.ODD_THEIRS,
        "ours": r"(?:yes,? )?(?:my colleague|a colleague|our team|our worker|one of us|we|i) (?:wrote"
        r"|drafted)(?: (?:it|this))?|(?:yes,? )?our team did",
        "unsure": r"(?:there'?s )?no name on it|it does ?n'?t say|(?:it'?s )?(?:unsigned|not signed)|can'?t tell"
        r"|not sure \(counts as someone else'?s\)",
    },
)
QUOTES = Choice(
    "quotes",
    "4.1",
    (
        strict_option("no", typed.QUOTES_NO_ONE),
        Option("yes", typed.QUOTES, NEGATION),
        Option("not_read", typed.NOT_READ),
    ),
    plain_words={"yes": "yes", "no": "no", "unsure": "not_read"},
    odd={
        "no": r"(?:no,? )?(?:it'?s )?(?:just|only|all)(?: in)? (?:his|her|their) own (?:words|views?|opinions?)"
        r"|(?:nobody|no ?one)(?: else)? is quoted|"
        "no (?:quotes|quotations)|no it doesn'?t|(?:no |nah )?(?:it )?(?:doesn'?t|doesnt) quote"
        " (?:anyone|anybody)(?: else)?|no ?one(?: is)? quoted|none",
        "yes": r"(?:yes |yeah |yep )?(?:it )?quotes (?!no\b|no ?one|nobody|none|nothing|not\b)[\w' ]{2,30}"
        "|(?:yes |yeah |yep )?(?:a (?:few|couple)|several)",
    },
)

QUOTED_WHO = Words("quoted_who", "4.1", long=False, most=A_LINE)
QUOTED_AGREED = Choice(
    "quoted_agreed",
    "4.1",
    (strict_option("all", typed.QUOTED_ALL), Option("not_all", typed.QUOTED_NOT_ALL), UNSURE),
    plain_words={"yes": "all", "no": "not_all", "unsure": "unsure"},
    odd={
        "all": r"(?:yes,? )?(?:they (?:did|have),? )?(?:every (?:single )?one|everyone|all of them)(?: of them)?(?:,"
        r"| has| have)?(?: agreed)? in writing|"
        r"(?:yes )?(?:everyone|everybody|all of them|they all|each one)(?: has| have)? (?:agreed )?in writing",
        "not_all": "(?:no )?(?:one|some|two)(?: of them)? (?:hasn'?t|haven'?t|hasnt|havent)|just (?:one"
        "|some)|not every(?:one|body)",
    },
    named=r"quot\w+",
)
LAWFUL_DOUBT = Choice(
    "lawful_doubt",
    "4.3",
    (strict_option("no", typed.NO_DOUBT), Option("yes", typed.DOUBT), strict_option("advised", typed.HAD_ADVICE)),
    plain_words={"yes": "yes", "no": "no", "unsure": "yes"},
    odd={
        **ODD_DOUBT,
        "advised": r"had a doubt[;,:]? legal advice says it can go|"
        r"(?:yes )?legal (?:have |has )?(?:advised|given (?:us )?advice)(?: (?:us|on it))?",
    },
    named="doubts?|lawful|legal|advice",
)
"""As a sharing asks it, with the advice that has been had."""

DOC_NEEDED = Choice(
    "doc_needed",
    "3.7",
    (
        strict_option("all", typed.NEEDS_ALL),
        Option("part", typed.NEEDS_PART, "or|no part"),
        Option("none", typed.NEEDS_NONE),
        UNSURE,
    ),
    plain_words={"yes": "all", "no": "none", "unsure": "unsure"},
    odd={
        "all": "(?:yes,? )?(?:they need )?the (?:entire|whole|full) (?:report|document|letter|thing)|(?:start"
        "|cover) to (?:finish|cover)|(?:the )?whole (?:doc|document|report|lot|letter)|(?:yes )?(?:every page|the lot"
        "|the full"
        " (?:thing|report|document))",
        "part": r"(?:just |only )?(?:a bit|some|bits|a section|one section|page \d{1,3}|a page|one page)(?: of it)?",
    },
    settles="none",
    named="document|reports?|letters?|pages?|whole|full|parts?",
)

UNSHAREABLE = Choice(
    "unshareable",
    "4.4",
    (
        strict_option("no", typed.READ_ALL),
        Option("yes", typed.HOLDS, rf"{NEGATION}|changed"),
        Option("not_read", typed.NOT_READ),
        UNSURE,
    ),
    plain_words=PLAIN,
    odd={
        "yes": "(?:yes )?(?:it )?(?:mentions|names) (?:his|her|their|the|another) (?:sister|brother|sibling"
        "|cousin|child|nan)|(?:yes |yeah )?(?:the )?other (?:kids|children)(?: are)?(?: in it| named)?|(?:yes |yeah"
        r" )?(?:an?|the) (?:\w+ )?address",
        "not_read": r"(?:i'?m )?still reading(?: it)?|part read|half read",
        "no": "(?:no,? )?(?:i'?ve |i have )?(?:been|gone|looked) through (?:it all|all of it|every page)"
        "|(?:no,? )?(?:it'?s )?(?:all )?clean|(?:no )?(?:i'?ve )?(?:checked|read) (?:it all|every page"
        "|all of it)(?:,? (?:and )?nothing(?:"
        " in it)?)?|(?:all )?fine,? read it all|(?:no |nah )?nothing in (?:it|there)",
    },
)
TAKEN_OUT_BY = Ticks(
    "taken_out_by",
    "4.4",
    (
        strict_option("me", typed.ME),
        strict_option("manager", typed.MANAGER),
        strict_option("legal", typed.LEGAL),
        strict_option("no_one", typed.NO_ONE),
    ),
    alone=("no_one",),
    empty="no_one",
    lead="by",
    odd=typed.ODD_TAKEN_OUT,
)
WHAT_CAME_OUT = Words("what_came_out", "4.4", most=A_LINE)
MANAGER_SIGNED = Words("manager_signed", "4.4", long=False, most=A_FEW_WORDS)

COURT_CASE = Choice(
    "court_case",
    "4.1",
    (strict_option("no", typed.NO_COURT), Option("yes", typed.COURT_NOW, NEGATION), UNSURE),
    plain_words=PLAIN,
    odd={
        "no": "(?:no,? )?never has been|(?:no,? )?nothing like that",
        "yes": r"(?:yes |yeah |yep )?(?:we'?re |it'?s |they'?re )?in (?:court|proceedings)(?: now| at the moment)?",
    },
)

GIVEN_WHEN = Moment("given_when", "3.8")
GIVEN_HOW = Choice(
    "given_how",
    "3.8",
    (
        Option("in_person", rf"{HOW_IN_PERSON}|took it (?:to|round)|gave it", f"{NEGATION}|{NOT_SO}"),
        Option("secure_email", HOW_EMAIL, f"{NEGATION}|{NOT_SO}"),
        Option("post", HOW_LETTER, f"{NEGATION}|{NOT_SO}"),
    ),
    odd={
        "in_person": "(?:i )?handed it over|(?:i )?gave it (?:to )?(?:her|him|them)(?: in person)?",
        "secure_email": "(?:by |via )?egress",
        "post": "(?:by )?recorded delivery|in the post",
    },
)
GIVEN_TO = Words("given_to", "3.8", optional=True, long=False, most=A_FEW_WORDS)
GIVEN_SAID = Words("given_said", "3.8", optional=True)
GIVEN_DIFFERENT = Words("given_different", "3.8", optional=True, most=A_LINE)
NOT_GIVEN_BECAUSE = Words("not_given_because", "3.8")
WAITING_TOLD = Words("waiting_told", "", optional=True)
