"""The questions that only someone who is asked for information is asked."""

from dialogs.authority import typed
from dialogs.questions import Choice
from dialogs.reading import Option, strict

CASE_SUMMARY_SAYS = Choice(
    "case_summary_says",
    "3.10",
    (strict("silent", typed.SILENT), strict("may", typed.MAY), Option("may_not", typed.MAY_NOT)),
    plain_words={"unsure": "silent"},
)
