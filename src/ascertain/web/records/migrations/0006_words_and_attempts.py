"""Finding entries by their words, and counting attempts to sign in."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_AT_ONCE = 500
_POSTGRES = (
    "CREATE TABLE records_words (entry_id bigint PRIMARY KEY REFERENCES records_entry (id), words tsvector NOT NULL)",
    "CREATE INDEX records_words_by_word ON records_words USING gin (words)",
)
# Without the words' places, since nothing asks for them; the first letters have an index of their own.
_SQLITE = (
    "CREATE VIRTUAL TABLE records_words USING fts5 (words, content='', detail='none', tokenize='ascii', prefix='2 3')",
)


def _make(_: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    from ascertain.web.records.words import index_rows

    with schema.connection.cursor() as cursor:
        for statement in _POSTGRES if schema.connection.vendor == "postgresql" else _SQLITE:
            cursor.execute(statement)
        last = 0
        while True:
            cursor.execute(
                'SELECT id, title, "by", text FROM records_entry WHERE id > %s ORDER BY id LIMIT %s', (last, _AT_ONCE)
            )
            rows = cursor.fetchall()
            if not rows:
                return
            index_rows(schema.connection, [(pk, f"{title} {by} {text}") for pk, title, by, text in rows])
            last = rows[-1][0]


def _unmake(_: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    with schema.connection.cursor() as cursor:
        cursor.execute("DROP TABLE records_words")


class Migration(migrations.Migration):
    dependencies = [("records", "0005_publishing")]
    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("of", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["of", "at"], name="attempts_by_whom"),
                    models.Index(fields=["at"], name="attempts_by_time"),
                ],
            },
        ),
        migrations.RunPython(_make, _unmake),
    ]
