"""Tables that the database itself refuses to change: whoever writes past the application is refused as well."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

_SAYS = "what is on the record is never changed"


def forbid_change(connection: BaseDatabaseWrapper, tables: tuple[str, ...]) -> None:
    """Let no row of these tables be changed or taken away, on SQLite and on PostgreSQL alike.

    Args:
        connection: The database.
        tables: Their names without the application's.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION records_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{_SAYS}'; END $$"
            )
        for table in tables:
            for change in ("UPDATE", "DELETE"):
                cursor.execute(_trigger(connection.vendor, table, change))


def allow_change(connection: BaseDatabaseWrapper, tables: tuple[str, ...]) -> None:
    """Take back what :func:`forbid_change` did, before a table is made anew by a migration."""
    with connection.cursor() as cursor:
        for table in tables:
            for change in ("UPDATE", "DELETE"):
                on = f" ON records_{table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER records_{table}_{change.lower()}{on}")


def _trigger(vendor: str, table: str, change: str) -> str:
    head = f"CREATE TRIGGER records_{table}_{change.lower()} BEFORE {change} ON records_{table}"
    if vendor == "postgresql":
        return f"{head} FOR EACH ROW EXECUTE FUNCTION records_refuse()"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"
