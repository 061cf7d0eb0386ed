"""The errors of storage. No message holds anything that a person wrote."""


class StorageError(Exception):
    """Storage cannot be used as configured; the text is one line that says why."""


class StorageUnavailable(StorageError):
    """The database cannot be reached, read or written at the moment.

    Nothing of the transaction is stored, nor will be; `InDoubt` is the exception.
    """


class InDoubt(StorageUnavailable):
    """The transaction may be stored, now or a moment later.

    Its commit is under way or its answer was lost, or another process has its conversation, perhaps for the same
    activity.
    """


class Unreadable(StorageError):
    """A stored row cannot be decrypted with the keys given: another key, or it was altered. The text names the row.

    `is_altered`: it bears the name of a key that is here, so that no other key would read it.
    """

    def __init__(self, where: str, *, is_altered: bool = False) -> None:
        super().__init__(f"{where} cannot be read: it was written with another key, or altered")
        self.where = where
        self.is_altered = is_altered
