"""What a run counted, printed at its end and added up over its processes: the cases that the proof of the rules went
through, and the messages of which nobody knows whether they arrived."""

from collections import Counter

from pytest import Item, TerminalReporter

ENUMERATED, SAMPLED = "enumerated", "sampled"
SAID = "said"
SENT, DOUBTFUL = "sent in spite of kills", "in doubt after kills"


def count(item: Item, how: str, flow: str, number: int) -> None:
    """Note on a test how many it counted: cases of a flow enumerated or sampled, sends of a database in doubt."""
    item.user_properties.append((how, [flow, number]))


def say(item: Item, line: str) -> None:
    """Note a line on a test, to be printed as it is."""
    item.user_properties.append((SAID, line))


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """One line for each thing that a test of this run counted."""
    found: dict[str, Counter[str]] = {how: Counter() for how in (ENUMERATED, SAMPLED, SENT, DOUBTFUL)}
    for report in [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]:
        for how, value in getattr(report, "user_properties", []):
            if how == SAID:
                terminalreporter.write_line(value)
            if how in found:
                flow, number = value
                found[how][flow] += number
    for how, numbers in found.items():
        if numbers:
            flows = ", ".join(f"{flow} {number:,}" for flow, number in numbers.items())
            terminalreporter.write_line(f"{how}: {flows}; {numbers.total():,} in all")
