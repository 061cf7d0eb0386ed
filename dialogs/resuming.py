"""Coming back to a matter by typing: "carry on with L", "go back to P", "where was I"."""

from msgspec.structs import replace

from dialogs.card_actions import handle_action
from dialogs.context import DialogContext, Press, Result
from dialogs.engine.children import INITIALS, NUMBER
from dialogs.engine.matter import Matter
from dialogs.screens import Asking, MovedOn
from dialogs.text import clauses
from dialogs.text.patterns import either

WISH = (
    r"(?:(?:ok(?:ay)?|right|so|hi|hello),? )*"
    r"(?:(?:can|could|shall|may) (?:i|we) |let'?s |let me |i(?:'?d like| want| need) to |please )?"
)
BACK_TO = (
    r"(?:go(?:ing)? |come |get |switch )?back (?:on )?to|(?:carry|carrying|go) on with|continu(?:e|ing) (?:with|on)"
    r"|resume|return to|pick up|open|re-?open|finish(?: off)?"
)
THE_CHILD = (
    rf"(?:the (?:one|matter|case) (?:about|for|of) )?(?P<child>{INITIALS}|{NUMBER})(?:'?s(?: (?:case|one|matter))?)?"
)
WITH_A_CHILD = rf"{WISH}(?:{BACK_TO}) {THE_CHILD}(?: (?:please|now))?"
ANY_OF_THEM = (
    rf"{WISH}(?:carry on|continue|resume|go on)(?: (?:please|now|then))?"
    r"|where (?:was i|were we|am i(?: up to)?|did (?:i|we) (?:get to|get up to|leave (?:it|off)|stop))"
    r"|what was i (?:doing|on|up to)|(?:pick up|carry on|continue)(?: from)? where (?:i|we) (?:left off|was|were)"
    r"|(?:i'?m|im) back(?: (?:now|again))?"
)
WHAT_NEXT = (
    r"what(?:'?s| is)? (?:now|next)|what happens (?:now|next)"
    r"|what (?:do|should|shall|must) (?:i|we) (?:do|need to do|have to do) (?:now|next)"
)
COMES_BACK = either(WITH_A_CHILD, ANY_OF_THEM, WHAT_NEXT)


def resumed(context: DialogContext, said: str) -> Result | None:
    """Open the matter that a text that comes back asks for, or the list where it may be several; None for any other."""
    named = clauses.whole(said, WITH_A_CHILD)
    next_here = context.current is not None and clauses.is_whole(said, WHAT_NEXT)
    if not named and not next_here and not clauses.is_whole(said, ANY_OF_THEM):
        return None
    found = [one for one in context.every() if not one.is_untouched and not one.copied_at]
    if named:
        found = [one for one in found if _is_about(one, named.group("child"))]
        if context.current in found:
            return None
    elif context.current:
        found = [context.current]
    if not found:
        return None
    press = Press("open", about=found[0].id) if len(found) == 1 else Press("matters")
    return _numbered(handle_action(context, press))


def _is_about(matter: Matter, child: str) -> bool:
    return _plain(str(matter.values.get("child", ""))) == _plain(child)


def _plain(reference: str) -> str:
    return "".join(letter for letter in reference.upper() if letter.isalnum())


def _numbered(result: Result) -> Result:
    screen = result.shown.screen
    shown = replace(screen, numbered=True) if isinstance(screen, Asking) else screen
    return replace(result, shown=replace(result.shown, screen=shown), left_behind=MovedOn())
