"""How a first message asks for network checks."""

from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.text.entities import AGENCY, THE

CHECKS = r"checks?(?!(?:-| )?ups?|list)"
NO_CHECKS = "which agenc(?:y|ies)|what form|forms?|dbs|facebook|social media"
ASK_FOR = r"(?:records|info(?:rmation)?|details|data|history)"
STARTS = (
    Start(
        Fit.SURE,
        (
            rf"(?:network|lateral|agency|background|mash) {CHECKS}",
            r"checks(?!(?:-| )?ups?)",
            f"(?:do|run) {THE}{CHECKS}",
            "(?:ask|asking|ring|ringing) (?:a)?round(?: (?:agencies|services|everyone|people|about|on|re|for))",
        ),
        NO_CHECKS,
    ),
    Start(
        Fit.LIKELY,
        (
            rf"(?:ask|asking|request|requesting|get|getting|obtain)\b.* {ASK_FOR}(?! (?:from|about) (?:us|me))",
            rf"(?:ask|asking) {THE}(?:{AGENCY})\b.* for",
            rf"(?:need|want|like|going|have) to ask (?:{THE}(?:{AGENCY})(?: and |, | & | ))+(?:about|on|re|if)",
            "what (?:lets|power|allows)\\b.* (?:ask|request)|(?:won'?t|wont) talk to me|why should we tell you",
        ),
        rf"(?:asked|asking|asks) (?:us|me)|(?:{AGENCY}|solicitor|someone|caller)(?:'s| is| are|'re)? ask(?:ing|ed|s)"
        r"|subject access|research\w*",
    ),
)
FIRST_MESSAGE = FirstMessage(
    place=1,
    names="(?:network|lateral|agency|background|mash) checks?|checks",
    starts=STARTS,
)
