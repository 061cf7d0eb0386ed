"""Run by itself with the older rules alone: `python -I child.py FOLDER`. Imports nothing of this repository.

One line in, a JSON array of {"flow", "facts"}; one line out, an array of {"decision"} or {"error"}, in the same order.
The first line out says which version of the guidance it is.
"""

import json
import sys
from typing import Any


def main(folder: str) -> None:
    """Decide whatever comes in with the rules of this folder."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, folder)
    from guidance.decide import decide  # noqa: PLC0415  the older one, found only now
    from guidance.paragraphs import VERSION  # noqa: PLC0415  likewise

    def decided(case: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"decision": decide(case["flow"], case["facts"]).model_dump(mode="json")}
        except Exception as error:  # whatever older rules stumble on is their answer to this case
            return {"error": str(error)}

    write_line({"version": VERSION})
    for line in sys.stdin:
        write_line([decided(case) for case in json.loads(line)])


def write_line(said: object) -> None:
    """One line of JSON, at once."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
