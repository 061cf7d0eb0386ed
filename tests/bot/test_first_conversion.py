"""msgspec looks at a class on its first use, and ends the process where two threads do so at once."""

import subprocess
import sys

from ops.paths import ROOT

CONVERTED = """
import bot.service, msgspec
from bot.approvals.stored import Request
from bot.follow_ups.repository import FollowUp
from dialogs.engine.matter import Noticed

for kind in (Request, FollowUp, Noticed):
    kind.__annotations__ = dict.fromkeys(kind.__struct_fields__, "not looked at any more")
    try:
        msgspec.convert({name: object() for name in kind.__struct_fields__}, kind)
    except msgspec.ValidationError:
        print(kind.__name__)
"""


def test_what_threads_read_was_looked_at_as_it_was_imported() -> None:
    ran = subprocess.run([sys.executable, "-c", CONVERTED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["Request", "FollowUp", "Noticed"]


def test_nothing_else_is_converted() -> None:
    places = [
        path for part in ("bot", "dialogs", "cards", "practice", "guidance") for path in (ROOT / part).rglob("*.py")
    ]
    found = [
        str(path.relative_to(ROOT)) for path in places if "msgspec import Struct, convert" in path.read_text("utf-8")
    ]
    assert sorted(found) == ["bot/record_mapping.py", "dialogs/engine/matter.py"]
    assert not [path for path in places if "json.decode(" in path.read_text("utf-8")]
