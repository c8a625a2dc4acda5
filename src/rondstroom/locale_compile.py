"""Compiles the translation files, on machines without gettext too."""

from pathlib import Path

from babel.messages import mofile, pofile


def compile_all(folder: Path = Path(__file__).parent / "locale") -> list[Path]:
    """Write a compiled file beside every translation file; give what was written."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        with source.open("rb") as reading, target.open("wb") as writing:
            mofile.write_mo(writing, pofile.read_po(reading))
        written.append(target)
    return written


if __name__ == "__main__":
    compile_all()
