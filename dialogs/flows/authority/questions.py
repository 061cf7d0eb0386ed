"""The questions that only someone who is asked for information is asked."""

from dialogs.engine.questions import Choice
from dialogs.text.option_matching import Option, strict_option
from dialogs.text.patterns import IT_IS, either

SILENT = either(
    rf"(?:{IT_IS}|the (?:case )?summary is )silent",
    r"(?:(?:it|the (?:case )?summary) )?(?:doesn'?t|does not) say(?: anything)?(?: about (?:it|this))?",
    r"(?:it says |says )?nothing(?: about (?:it|this))?",
    r"(?:i )?(?:haven'?t|have not) (?:looked|read it)(?: yet)?",
    r"(?:there'?s |there is )?no (?:case )?summary",
)
MAY = either(
    r"(?:(?:it|the (?:case )?summary) )?(?:says )?(?:it |this |that )?(?:may|can) be (?:disclosed|given out|shared)",
    r"(?:(?:it|the (?:case )?summary) )?says (?:it'?s |it is |that'?s )?(?:ok|okay|fine)",
)
MAY_NOT = (
    r"(?:may not|can(?:'?t|not| not)|(?:must|should)(?:n'?t| not)) be (?:disclosed|given out|shared)"
    r"|(?:not|never) (?:to )?be (?:disclosed|given out|shared)|says (?:keep it private|don'?t share|no|not to)"
    r"|not (?:for|to) (?:disclosure|share)"
)

CASE_SUMMARY_SAYS = Choice(
    "case_summary_says",
    "3.10",
    (strict_option("silent", SILENT), strict_option("may", MAY), Option("may_not", MAY_NOT)),
    plain_words={"unsure": "silent"},
    odd={
        "silent": "(?:it )?(?:is ?n'?t|'s not|is not) in (?:there|it)|(?:i )?(?:could ?n'?t|can'?t) (?:see"
        "|find) (?:anything|it|any mention)|(?:i'?ve )?not looked|(?:it )?(?:doesn'?t|doesnt) (?:mention|cover) (?:it"
        "|this)|not in there|no mention(?: of"
        " it)?|not mentioned|"
        "nothing,? or i haven'?t seen it|"
        "(?:i'?ve |i )?(?:not|haven'?t|have not) (?:seen|checked|looked at|opened)(?: it)?(?:"
        " yet)?|says nothing|nothing in it",
        "may": r"(?:it )?says (?:that )?we (?:can|may) share(?: it)?|(?:it )?(?:says )?(?:it'?s )?(?:ok|okay"
        r"|fine) to (?:share|give out|disclose)(?: it)?",
    },
)
