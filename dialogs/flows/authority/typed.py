"""The words that people type for the options of this flow, as patterns."""

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
