"""The questions that only someone who is asked for information is asked."""

from dialogs.engine.questions import Choice
from dialogs.flows.authority import typed
from dialogs.text.option_matching import Option, strict_option

CASE_SUMMARY_SAYS = Choice(
    "case_summary_says",
    "3.10",
    (strict_option("silent", typed.SILENT), strict_option("may", typed.MAY), Option("may_not", typed.MAY_NOT)),
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
