"""What can go wrong in storage. No message holds anything that a person wrote."""


class StorageError(Exception):
    """Storage cannot be used as it is set up; the text is one line that says why."""


class StorageUnavailable(StorageError):
    """The database cannot be reached, read or written just now. Nothing of the transaction was kept, unless the
    connection was lost during the commit itself, when nobody can know."""


class Unreadable(StorageError):
    """A stored row does not open with the keys given: another key, or it was altered. The text names the row."""

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} cannot be read: it was written with another key, or altered")
