"""How many cases the proof of the rules went through: printed at the end of a run, added up over its processes."""

from collections import Counter

from pytest import Item, TerminalReporter

ENUMERATED, SAMPLED = "enumerated", "sampled"


def count(item: Item, how: str, flow: str, number: int) -> None:
    """Note on a test that it decided this many cases of a flow, enumerated or sampled."""
    item.user_properties.append((how, [flow, number]))


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """One line for what was enumerated and one for what was sampled, where a test of this run did."""
    found: dict[str, Counter[str]] = {ENUMERATED: Counter(), SAMPLED: Counter()}
    for report in terminalreporter.stats.get("passed", []):
        for how, value in getattr(report, "user_properties", []):
            if how in found:
                flow, number = value
                found[how][flow] += number
    for how, numbers in found.items():
        if numbers:
            flows = ", ".join(f"{flow} {number:,}" for flow, number in numbers.items())
            terminalreporter.write_line(f"{how}: {flows}; {numbers.total():,} in all")
