"""What the requests, the words for the parents and the note are filled in with."""

from typing import Any

from cards.labels import child_of
from cards.parents_wording import family_values, recipient_values
from cards.people import Council
from cards.words import count_in_words, joined, render_text
from dialogs.engine.lines import lines_of
from dialogs.engine.matter import Matter
from dialogs.flows.gather import conditions as when


def asking(matter: Matter, council: Council) -> dict[str, Any]:
    """What every text of these checks is filled in with."""
    values, decision = matter.values, matter.decision()
    lines = [text.rstrip(" .") for _, text in lines_of(values, "agencies")]
    return {
        "child": child_of(matter),
        "lines": lines,
        "count": count_in_words(len(lines)),
        "why": joined("why", values.get("why")),
        "council": council.name or render_text("welcome.our_council"),
        "privacy_notice_url": council.privacy_notice_url,
        "concern": when.concern(values),
        **recipient_values(matter, decision, asking=True),
        **family_values(matter, decision, asking=True),
        "part_in_case": values.get("part_in_case"),
    }


def who_and_what(line: str) -> tuple[str, str]:
    """Who is asked, and what, out of a line such as "GP: any injuries seen"; who is empty where the line has none."""
    who, colon, what = line.partition(":")
    return (who.strip(), what.strip()) if colon and who.strip() and what.strip() else ("", line)
