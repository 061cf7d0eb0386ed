"""3.13  The replies of the agencies, as they come back one by one."""

from dataclasses import dataclass

from dialogs.engine.answers import Values
from dialogs.engine.lines import lines_of


@dataclass(frozen=True, slots=True)
class Reply:
    """What one agency was asked, and what came back; all but `line` and `asked` empty while nothing has.

    `who`: the person who gave it. `limit`: a limit that they set on using it or passing it on. `document`: whether
    something in writing came with it.
    """

    line: str
    asked: str
    who: str = ""
    said: str = ""
    limit: str = ""
    document: bool = False


def replies(values: Values) -> list[Reply]:
    """One for each agency, in order."""
    return [_reply(line, text, values) for line, text in lines_of(values, "agencies")]


def _reply(line: str, text: str, values: Values) -> Reply:
    who, said, limit, document = (
        _of(values, name, line) for name in ("reply_who", "reply_said", "reply_limit", "reply_document")
    )
    return Reply(line, text, who, said, limit, document == "yes") if who and said else Reply(line, text)


def _of(values: Values, name: str, line: str) -> str:
    table = values.get(name)
    return str(table.get(line) or "") if isinstance(table, dict) else ""


def replied(values: Values) -> bool:
    """Whether any agency has replied."""
    return any(reply.said for reply in replies(values))


def limits(values: Values) -> bool:
    """Whether any reply came with a limit."""
    return any(reply.limit for reply in replies(values))
