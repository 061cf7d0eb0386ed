"""A database is brought up to date. Alembic is imported only where something is missing: it costs a start 0.1 s."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.engine.interfaces import DBAPICursor

from bot.storage.databases import Database
from bot.storage.errors import StorageError
from bot.storage.tables import EXTENSIONS_TABLE

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"
_EXTENSIONS = MIGRATIONS / "extensions"


def migrate(database: Database) -> None:
    """Run the migrations and the extensions that are missing in this database, all or none, one process at a time.

    Extensions only add tables, indexes, and columns with a default, so that an older version of the bot goes on with a
    database that a newer one has extended. Raises StorageUnavailable, or StorageError when a newer version has changed
    more than that.
    """
    database.prepare()
    with database.unavailable():
        if not is_newest(database):
            with database.engine.begin() as connection:
                _upgrade(connection)


def is_newest(database: Database) -> bool:
    """Tell whether both version tables name the last file of each folder; it locks nothing.

    Raises StorageError when a newer version has changed the tables.
    """
    with closing(database.connect()) as connection, closing(connection.cursor()) as cursor:
        try:
            return names_the_newest(cursor)
        except database.engine.dialect.loaded_dbapi.Error:
            return False  # no such table: nothing was made yet


def names_the_newest(cursor: DBAPICursor) -> bool:
    """Tell the same of the tables that this cursor reads. Raises the driver's error where there are none."""
    made = []
    for table in ("alembic_version", EXTENSIONS_TABLE):
        cursor.execute(f"SELECT version_num FROM {table}")  # noqa: S608  a name of ours
        made.append([row[0] for row in cursor.fetchall()])
        if table == "alembic_version" and not set(made[0]) <= _revisions(MIGRATIONS):
            raise StorageError("the database was made by a newer version of the bot, which this one can't use")
    return made == [[max(_revisions(MIGRATIONS))], [max(_revisions(_EXTENSIONS))]]


def _revisions(folder: Path) -> set[str]:
    """Return the revisions of the migrations in the folder, by which their files' names begin."""
    return {path.name.partition("_")[0] for path in (folder / "versions").glob("*_*.py")}


def _upgrade(connection: "Connection") -> None:
    from alembic import command  # noqa: PLC0415

    command.upgrade(alembic_for(MIGRATIONS, connection), "head")
    extensions = alembic_for(_EXTENSIONS, connection)
    if not _is_extended_further(extensions, connection):
        command.upgrade(extensions, "head")


def alembic_for(folder: Path, connection: "Connection") -> "Config":
    """Return what Alembic is told: the folder, and the connection to work on."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(folder))
    config.attributes["connection"] = connection
    return config


def _is_extended_further(extensions: "Config", connection: "Connection") -> bool:
    """Whether a newer version made extensions of which this one knows nothing."""
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    made = MigrationContext.configure(connection, opts={"version_table": EXTENSIONS_TABLE}).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(extensions).walk_revisions()}
    return made is not None and made not in known
