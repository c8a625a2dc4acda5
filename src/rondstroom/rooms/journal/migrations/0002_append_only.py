"""The database itself refuses to change or remove a line of the journal.

A later migration that alters this table on SQLite rebuilds it and so drops its triggers: such a
migration must lift and put the guard again.
"""

from django.db import migrations

PUT = {
    "sqlite": [
        """
        CREATE TRIGGER journal_entry_keeps_its_words BEFORE UPDATE ON journal_entry
        BEGIN SELECT RAISE(ABORT, 'a line of the journal is never changed'); END
        """,
        """
        CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry
        BEGIN SELECT RAISE(ABORT, 'a line of the journal is never removed'); END
        """,
    ],
    "postgresql": [
        """
        CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'a line of the journal is never changed or removed'
                USING ERRCODE = 'integrity_constraint_violation';
        END $$
        """,
        """
        CREATE TRIGGER journal_entry_stays BEFORE UPDATE OR DELETE ON journal_entry
        FOR EACH ROW EXECUTE FUNCTION journal_refuse()
        """,
        """
        CREATE TRIGGER journal_entries_stay BEFORE TRUNCATE ON journal_entry
        FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()
        """,
    ],
}
LIFT = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS journal_entry_keeps_its_words",
        "DROP TRIGGER IF EXISTS journal_entry_stays",
    ],
    "postgresql": [
        "DROP TRIGGER IF EXISTS journal_entries_stay ON journal_entry",
        "DROP TRIGGER IF EXISTS journal_entry_stays ON journal_entry",
        "DROP FUNCTION IF EXISTS journal_refuse()",
    ],
}


def put(apps, schema_editor):
    for statement in PUT[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def lift(apps, schema_editor):
    for statement in LIFT[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(put, lift)]
