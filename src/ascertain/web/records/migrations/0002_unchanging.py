"""What is on the record is never changed: the database refuses it."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from ascertain.web.records.unchanging import allow_change, forbid_change

_TABLES = ("event", "sheet", "entry", "entryparty", "entryexhibit", "exhibit", "blob")


def _forbid(_: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    forbid_change(schema.connection, _TABLES)


def _allow(_: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    allow_change(schema.connection, _TABLES)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(_forbid, _allow)]
