"""Addresses by which people were invited count as proven, and a table counts attempts."""

from __future__ import annotations

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_COUNTS = "records_counts"


def _prove(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    addresses, users = apps.get_model("account", "EmailAddress"), apps.get_model("records", "User")
    known = addresses.objects.values("user")
    addresses.objects.bulk_create(
        [
            addresses(user=user, email=user.email.lower(), verified=True, primary=True)
            for user in users.objects.exclude(pk__in=known).iterator()
        ]
    )


def _count(_: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    call_command("createcachetable", _COUNTS, database=schema.connection.alias, verbosity=0)


def _count_no_more(_: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    schema.execute(f"DROP TABLE {_COUNTS}")


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0011_digests"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]
    operations = [
        migrations.RunPython(_prove, migrations.RunPython.noop),
        migrations.RunPython(_count, _count_no_more),
    ]
