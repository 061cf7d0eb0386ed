"""Small numbers as words."""


def count_in_words(count: int) -> str:
    """A small number as a word."""
    numbers = (
        "none",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    )
    return numbers[count] if count < len(numbers) else str(count)
