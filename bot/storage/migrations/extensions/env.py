"""What Alembic runs for the extensions, with a table of its own of what was done."""

from alembic import context

from bot.storage.tables import EXTENSIONS_TABLE

context.configure(
    connection=context.config.attributes["connection"], transactional_ddl=True, version_table=EXTENSIONS_TABLE
)
context.run_migrations()
