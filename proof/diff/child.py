"""Decide cases by older rules alone: `python -I child.py FOLDER`. Imports nothing of this repository.

One line in, a JSON array of {"flow", "facts"}; one line out, an array of {"decision"} or {"error"}, in the same order.
The first line out says which version of the guidance it is.
"""

import json
import sys
from typing import Any


def main(folder: str) -> None:
    sys.dont_write_bytecode = True
    sys.path.insert(0, folder)
    from guidance.decide import decide  # noqa: PLC0415  the older one, found only now
    from guidance.paragraphs import VERSION  # noqa: PLC0415  likewise

    def answer(case: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"decision": decide(case["flow"], case["facts"]).model_dump(mode="json")}
        except Exception as error:  # whatever older rules stumble on is their answer to this case
            return {"error": str(error)}

    print(json.dumps({"version": VERSION}), flush=True)  # noqa: T201  the answer to the parent process
    for line in sys.stdin:
        print(json.dumps([answer(case) for case in json.loads(line)]), flush=True)  # noqa: T201  likewise


if __name__ == "__main__":
    main(sys.argv[1])
