"""Migration of the tables, in the process, when storage is opened."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from bot.storage.databases import Database
from bot.storage.errors import StorageError

_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Run the migrations that are missing in this database, all or none, one process at a time.

    Raises StorageUnavailable, or StorageError when the database was made by a newer version of the bot.
    """
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with database.unavailable(), database.engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError:
            raise StorageError("the database was made by another version of the bot") from None
