"""The questions of information received, with the typed words that each option is known by."""

from dialogs.engine.moment_question import Moment
from dialogs.engine.questions import Choice, Words
from dialogs.flows.receive import typed
from dialogs.flows.shared_questions import UNSURE
from dialogs.text.clauses import NEGATION
from dialogs.text.option_matching import Option, strict_option

FROM_WHOM = Words("from_whom", "3.13", optional=True, long=False)
FROM_JOB = Words("from_job", "", optional=True, long=False)
THEY_SAID = Words("they_said", "3.13", optional=True)
CAME_HOW = Choice(
    "came_how",
    "",
    (
        Option("phone", typed.PHONE, NEGATION),
        Option("in_person", typed.IN_PERSON, rf"{NEGATION}|{typed.WHERE_THEY_WORK}"),
        Option("email", typed.EMAIL, NEGATION),
        Option("letter", typed.LETTER, NEGATION),
    ),
    odd={
        "in_person": "(?:s?he |they )?(?:told me|came|popped in|came in)(?: (?:at|to|in) (?:the )?(?:school"
        "|office|home|clinic|nursery))|at (?:school|the office)",
        "phone": r"(?:a |by )?(?:phone ?call|call)|(?:s?he |they )(?:rang|phoned|called)",
    },
)
CAME_WHEN = Moment("came_when")
LIMIT = Choice(
    "limit",
    "3.13",
    (strict_option("none", typed.NO_LIMIT), Option("yes", typed.A_LIMIT, "no,? but"), UNSURE),
    plain_words={"yes": "yes", "no": "none", "unsure": "unsure"},
    story=True,
    odd={
        "none": r"none mentioned|no (?:strings|conditions)(?: attached)?|nothing like that|(?:no |nah )?(?:s?he "
        r"|they )?(?:didn'?t"
        r"|didnt) (?:say|set (?:one|any)|give (?:one|any))"
    },
    named=r"limits?|restrict\w+|conditions?|confiden\w+|tell|told|shar\w+|pass(?:ed)?|sa(?:y|id)|repeat\w*|nam\w+"
    r"|us(?:e|ed)"
    "|giv(?:e|en)|only for",
)
LIMIT_SAYS = Words("limit_says", "3.13", optional=True, takes_rest=True, unless={"limit": "none"})
CAME_WITH = Choice(
    "came_with",
    "4.1",
    (
        strict_option("none", typed.NO_DOCUMENT),
        strict_option("keep", typed.KEEP),
        Option("pass_on", typed.PASS_ON, NEGATION),
        UNSURE,
    ),
    plain_words={"no": "none", "unsure": "unsure"},
    odd={
        "unsure": "yes,? and i'?m not sure whether i'?ll pass it on",
        "keep": r"(?:yes,? )?(?:an? (?:letter|report|document|e-?mail),? )?(?:(?:and|but|which) )?(?:we|i)(?:'ll|'re"
        r"| will)? (?:keep(?:ing)?|hang(?:ing)? on to|hold(?:ing)? on to"
        r"|fil(?:e|ing)) it|(?:yes,? )?for our (?:own )?(?:files?|records?)",
        "pass_on": r"(?:yes,? )?(?:an? )?(?:letter|report|document),? to pass on",
        "none": r"(?:no,? )?(?:it was |that was )?(?:just|only) (?:the|an?) (?:phone ?call|call|phone call|chat"
        r"|conversation|talk)|nothing (?:with it|came|attached)|"
        "(?:no |nah )?(?:nothing (?:written|in writing|on paper)|no (?:docs|documents|papers"
        "|attachments?))|(?:no |nah )?(?:no paperwork|(?:we |they |s?he )?just (?:talked|rang|a call|spoke)"
        "|nothing on paper)",
    },
    named=r"documents?|reports?|letters?|papers?|attach\w+|writing|files?|records?|keep(?:ing)?|pass\w*|stays",
)
MY_VIEW = Words("my_view", "", optional=True)
