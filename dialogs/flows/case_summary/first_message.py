"""How a first message asks for an entry in the case summary."""

from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.text.entities import THE

STARTS = (
    Start(
        Fit.SURE,
        ("case summary", r"what can and (?:can'?t|cannot|can not) be (?:told|shared|said)"),
        rf"(?:share|send|give|show) {THE}case summary",
    ),
    Start(
        Fit.LIKELY,
        (
            "off limits",
            r"(?:how|where) (?:will|would|wd|do|can) (?:my |the )?(?:colleagues|team|they)\b.*\bknow",
        ),
    ),
)
FIRST_MESSAGE = FirstMessage(
    place=3,
    names="case summary(?: entry)?",
    starts=STARTS,
)
