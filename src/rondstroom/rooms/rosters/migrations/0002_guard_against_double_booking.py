"""The database itself refuses double booking, a rest nobody granted, and a place too many.

PostgreSQL: an exclusion constraint over worker and `[starts_at, blocked_until)`; its GiST index
only guards (look-ups use the btree on worker and start). SQLite: the same as triggers. On both a
trigger keeps `place` within the places of the shift, also when the places of a shift are lowered.

SQLite rebuilds a table when a column changes and loses its triggers then: a migration that alters
`rosters_assignment` or `demand_shift` must run `lay_guards` again (a test watches this).
"""

from django.db import migrations

LIVING = "state <> 'cancelled'"

POSTGRES = [
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    f"""
    ALTER TABLE rosters_assignment ADD CONSTRAINT rosters_no_double_booking
    EXCLUDE USING gist (worker_id WITH =, tstzrange(starts_at, blocked_until) WITH &&)
    WHERE ({LIVING})
    """,
    """
    CREATE FUNCTION rosters_place_within_shift() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.state <> 'cancelled' AND (NEW.place < 1 OR NEW.place > (
            SELECT places FROM demand_shift WHERE id = NEW.shift_id)) THEN
            RAISE EXCEPTION 'rosters_place_within_shift' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER rosters_place_within_shift BEFORE INSERT OR UPDATE ON rosters_assignment
    FOR EACH ROW EXECUTE FUNCTION rosters_place_within_shift()
    """,
    f"""
    CREATE FUNCTION rosters_shift_keeps_places() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.places < OLD.places AND EXISTS (
            SELECT 1 FROM rosters_assignment
            WHERE shift_id = NEW.id AND place > NEW.places AND {LIVING}) THEN
            RAISE EXCEPTION 'rosters_shift_keeps_places' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER rosters_shift_keeps_places BEFORE UPDATE OF places ON demand_shift
    FOR EACH ROW EXECUTE FUNCTION rosters_shift_keeps_places()
    """,
]
POSTGRES_BACK = [
    "DROP TRIGGER IF EXISTS rosters_shift_keeps_places ON demand_shift",
    "DROP FUNCTION IF EXISTS rosters_shift_keeps_places",
    "DROP TRIGGER IF EXISTS rosters_place_within_shift ON rosters_assignment",
    "DROP FUNCTION IF EXISTS rosters_place_within_shift",
    "ALTER TABLE rosters_assignment DROP CONSTRAINT IF EXISTS rosters_no_double_booking",
]

_BOOKED_TWICE = f"""
    SELECT RAISE(ABORT, 'rosters_no_double_booking') WHERE EXISTS (
        SELECT 1 FROM rosters_assignment AS other
        WHERE other.worker_id = NEW.worker_id AND other.{LIVING} AND other.id IS NOT NEW.id
        AND other.starts_at < NEW.blocked_until AND NEW.starts_at < other.blocked_until);
"""
_BEYOND_PLACES = """
    SELECT RAISE(ABORT, 'rosters_place_within_shift') WHERE NEW.place < 1 OR NEW.place > (
        SELECT places FROM demand_shift WHERE id = NEW.shift_id);
"""
SQLITE = [
    f"""
    CREATE TRIGGER rosters_guard_{name} BEFORE {moment} ON rosters_assignment
    WHEN NEW.{LIVING} BEGIN {_BOOKED_TWICE} {_BEYOND_PLACES} END
    """
    for name, moment in [("insert", "INSERT"), ("update", "UPDATE")]
] + [
    f"""
    CREATE TRIGGER rosters_shift_keeps_places BEFORE UPDATE OF places ON demand_shift
    WHEN NEW.places < OLD.places BEGIN
        SELECT RAISE(ABORT, 'rosters_shift_keeps_places') WHERE EXISTS (
            SELECT 1 FROM rosters_assignment
            WHERE shift_id = NEW.id AND place > NEW.places AND {LIVING});
    END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER IF EXISTS rosters_shift_keeps_places",
    "DROP TRIGGER IF EXISTS rosters_guard_update",
    "DROP TRIGGER IF EXISTS rosters_guard_insert",
]


def _run(schema_editor, postgres, sqlite):
    for statement in postgres if schema_editor.connection.vendor == "postgresql" else sqlite:
        schema_editor.execute(statement)


def lay_guards(apps, schema_editor):
    _run(schema_editor, POSTGRES, SQLITE)


def lift_guards(apps, schema_editor):
    _run(schema_editor, POSTGRES_BACK, SQLITE_BACK)


class Migration(migrations.Migration):
    dependencies = [("rosters", "0001_initial"), ("demand", "0001_initial")]
    operations = [migrations.RunPython(lay_guards, lift_guards)]
