"""The pages tell the truth: their links lead somewhere, their commands and accounts exist."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from rondstroom.cli import main
from rondstroom.config import env
from rondstroom.demo.cast import ACCOUNTS, PASSWORD
from rondstroom.demo.examples import NAME

TUTORIAL = env.REPOSITORY / "docs/tutorials/first-week.md"
REAL = env.REPOSITORY / "docs/how-to/run-for-real.md"
MINE = [TUTORIAL, REAL]
DEPLOY = env.REPOSITORY / "deploy"
TEMPLATES = env.REPOSITORY / "src/rondstroom/web"


def pages() -> list[Path]:
    folders = [*env.REPOSITORY.glob("*.md"), *(env.REPOSITORY / "docs").rglob("*.md")]
    return sorted(folders)


def shell_lines(page: Path) -> Iterator[str]:
    for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        yield from (line for line in block.splitlines() if line.strip())


def commands(page: Path) -> list[list[str]]:
    """Give the words of every `rondstroom …` on a page."""
    found = [re.search(r"(?:bin/|\./run )rondstroom (\w+.*)$", line) for line in shell_lines(page)]
    return [hit.group(1).split() for hit in found if hit]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    own = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    broken = [link for link in own if not (page.parent / link).exists()]
    assert not broken


@pytest.mark.parametrize("page", MINE, ids=lambda page: page.name)
def test_commands_exist_with_their_options(page: Path) -> None:
    named = commands(page)
    assert len(named) >= 3
    for name, *words in named:
        assert name in main.COMMANDS, name
        told = CliRunner().invoke(main.app, [name, "--help"], env={"COLUMNS": "200"}).output
        for option in (word for word in words if word.startswith("--")):
            assert option in told, f"{name} {option}"


def test_the_reference_names_every_command_and_no_other() -> None:
    page = (env.REPOSITORY / "docs/reference/command-line.md").read_text("utf-8")
    named = re.findall(r"^\| `(\w+)[^`]*` \|", page, re.MULTILINE)
    assert named == list(main.COMMANDS)
    assert f"| {main.UNFORESEEN} |" in page


def test_the_commands_of_the_run_script_exist() -> None:
    script = (env.REPOSITORY / "run").read_text("utf-8")
    for line in shell_lines(TUTORIAL):
        word = line.removeprefix("./run ").split()[0]
        assert line.startswith("./run ")
        assert word == "rondstroom" or f"  {word})" in script


def test_the_tutorial_names_people_password_and_file_of_the_demo() -> None:
    text = TUTORIAL.read_text("utf-8")
    named = set(re.findall(r"\b(\w+@voorbeeld\.invalid)", text))
    assert named <= {account.email for account in ACCOUNTS}
    assert len(named) >= 4
    assert f"`{PASSWORD}`" in text
    assert f".state/{NAME}" in text


BUTTONS = (
    *("Boek deze dienst", "Vraag aan", "Zet in mijn agenda", "Beschikbaar", "Rooster", "Diensten"),
    *("Vandaag", "Aanvragen", "Geef de dienst", "Bijna", "Week", "Volgende week", "Inlezen"),
    *("Laat plannen", "Zoek een rooster", "Stop en houd het beste tot nu toe", "Waarom?"),
    *("Neem alles over", "Publiceer het rooster", "Logboek"),
)


@pytest.mark.parametrize("words", BUTTONS)
def test_what_the_tutorial_says_is_on_the_screens(words: str) -> None:
    assert words in TUTORIAL.read_text("utf-8")
    sources = [*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.py")]
    assert any(f'"{words}' in file.read_text("utf-8") for file in sources)


def test_every_setting_is_explained() -> None:
    used = {
        name
        for file in (env.REPOSITORY / "src/rondstroom/config").rglob("*.py")
        for name in re.findall(r'"(RONDSTROOM_\w+)"', file.read_text("utf-8"))
    }
    told = set(re.findall(r"`(RONDSTROOM_\w+)", REAL.read_text("utf-8")))
    assert used <= told
    assert told <= used


def test_the_example_settings_make_an_installation_that_starts(tmp_path: Path) -> None:
    lines = (DEPLOY / "rondstroom.env.example").read_text("utf-8").splitlines()
    asked = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    asked |= {"RONDSTROOM_SECRET": "x" * 50, "RONDSTROOM_STATE": str(tmp_path)}
    code = (
        "import django; django.setup(); from django.conf import settings; print(settings.IS_DEMO)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], env=asked, capture_output=True, text=True, check=False
    )
    assert answer.stdout.strip() == "False", answer.stderr


def test_django_finds_nothing_unsafe_in_a_real_installation(tmp_path: Path) -> None:
    asked = {
        "DJANGO_SETTINGS_MODULE": "rondstroom.config.settings.production",
        "RONDSTROOM_STATE": str(tmp_path),
        "RONDSTROOM_SECRET": string.ascii_letters,
        "RONDSTROOM_HOSTS": "rooster.voorbeeld.nl",
    }
    words = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    answer = subprocess.run(words, env=asked, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert "no issues" in answer.stdout + answer.stderr
    code = (
        "import django; django.setup(); from django.conf import settings as s\n"
        "print(all(getattr(s, f'{one}_COOKIE_SECURE') and getattr(s, f'{one}_COOKIE_SAMESITE')"
        " == 'Lax' for one in ('SESSION', 'CSRF', 'LANGUAGE')))"
    )
    told = subprocess.run([sys.executable, "-c", code], env=asked, capture_output=True, check=True)
    assert told.stdout.strip() == b"True"


@pytest.mark.parametrize("missing", ["RONDSTROOM_SECRET", "RONDSTROOM_HOSTS"])
def test_a_real_installation_refuses_to_start_without(missing: str, tmp_path: Path) -> None:
    asked = {
        "DJANGO_SETTINGS_MODULE": "rondstroom.config.settings.production",
        "RONDSTROOM_STATE": str(tmp_path),
        "RONDSTROOM_SECRET": "x" * 50,
        "RONDSTROOM_HOSTS": "rooster.voorbeeld.nl",
    }
    del asked[missing]
    answer = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env=asked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode != 0
    assert f"Set {missing} in the environment" in answer.stderr


UNITS = ["rondstroom-web.service", "rondstroom-tasks.service", "rondstroom-due.service"]


@pytest.mark.parametrize("name", UNITS)
def test_the_units_start_programs_that_are_installed(name: str) -> None:
    (line,) = re.findall(r"^ExecStart=(.+)$", (DEPLOY / name).read_text("utf-8"), re.MULTILINE)
    program = Path(sys.prefix) / "bin" / Path(line.split()[0]).name
    assert program.exists()


def test_the_services_share_one_image_and_wait_for_the_tables() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    for name in ("web", "tasks", "clock"):
        assert services[name]["image"] == services["migrate"]["image"]
        assert "migrate" in services[name]["depends_on"]
    assert services["web"]["ports"] == ["127.0.0.1:8000:8000"]


def test_what_is_due_is_asked_in_every_way_to_run_it() -> None:
    """`serve` does it by itself; systemd and the containers have to be told."""
    unit = (DEPLOY / "rondstroom-due.service").read_text("utf-8")
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    assert "rondstroom due --quiet" in unit
    assert "rondstroom due --quiet" in services["clock"]["command"][-1]
    assert "rondstroom-due.timer" in REAL.read_text("utf-8")
    assert "OnUnitInactiveSec" in (DEPLOY / "rondstroom-due.timer").read_text("utf-8")
