"""The command `rondstroom`: the list of its commands, and a text for people when one fails.

Each command has its own module with a typer app named `app`. It is imported when asked for, so
that judging a file does not wait for the web framework.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from rondstroom.cli.shortcomings import UnableToRun

UNFORESEEN = 70  # EX_SOFTWARE of sysexits.h: the fault is ours, not the file's

COMMANDS = {
    "demo": ("rondstroom.cli.serving.demo", "Build the demo region and serve it."),
    "serve": ("rondstroom.cli.serving.serve", "Serve the platform and run its tasks."),
    "check": ("rondstroom.cli.check", "Judge a roster file by the working-time law."),
    "judge": ("rondstroom.cli.judge", "Judge the rosters in the database by that law."),
    "plan": ("rondstroom.cli.planning.plan", "Make the best roster for a planning problem."),
    "replan": ("rondstroom.cli.planning.replan", "Change a roster when somebody is away."),
    "bench": ("rondstroom.cli.bench.command", "Measure planning on public problems."),
    "pay": ("rondstroom.cli.pay.app", "Work out what work pays and costs."),
    "import": ("rondstroom.cli.imports", "Bring in shifts, rosters or workers from a file."),
    "export": ("rondstroom.cli.exports", "Take out shifts, rosters or workers as a file."),
    "setu": ("rondstroom.cli.messages.setu", "Exchange SETU messages as files."),
    "catalogue": ("rondstroom.cli.catalogue.command", "Take functions and competences out, or in."),
    "cascade": ("rondstroom.cli.cascade", "Move on what asks around for open shifts."),
    "gate": ("rondstroom.cli.gate", "Judge again who is on a shift, by the placement gate."),
    "register": ("rondstroom.cli.register", "Bring in what the BIG register answered."),
    "organisation": ("rondstroom.cli.founding.organisation", "Let an organisation take part."),
    "account": ("rondstroom.cli.founding.account", "Let somebody sign in, and at which desk."),
    "keys": ("rondstroom.cli.systems.keys", "Let other systems in through the API."),
    "due": ("rondstroom.cli.telling.due", "Remind who works tomorrow, and send what is due."),
    "pushkey": ("rondstroom.cli.telling.push_key", "Make a key for notifications."),
    "postcodes": ("rondstroom.cli.founding.postcodes", "Load postcode areas for travel times."),
}


class Commands(TyperGroup):
    """Finds a command by its name, and imports no other."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the command asked for."""
        if cmd_name not in COMMANDS:
            return None
        module, text = COMMANDS[cmd_name]
        app: typer.Typer = importlib.import_module(module).app
        command = typer.main.get_command(app)
        command.name = cmd_name
        command.help = command.help or text
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Suggest a name when somebody mistypes one."""
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # only names are read
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """List the commands without importing them."""
        width = max(map(len, COMMANDS))
        typer.echo("Rondstroom: one shared pool of care workers for a region.\n")
        typer.echo("Usage: rondstroom [--trace] COMMAND …\n")
        for name, (_module, text) in COMMANDS.items():
            typer.echo(f"  {name:<{width}}  {text}")
        typer.echo("\n`rondstroom COMMAND --help` tells more about one command.")


app = typer.Typer(
    cls=Commands, add_completion=False, invoke_without_command=True, pretty_exceptions_enable=False
)


@app.callback()
def start(
    ctx: typer.Context,
    trace: Annotated[bool, typer.Option(help="Show where in the program a failure arose.")] = False,
    show_version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """List the commands when none is named."""
    ctx.obj = {"trace": trace}
    if show_version:
        typer.echo(version("rondstroom"))
    elif ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), nl=False)


def run() -> None:
    """Run the command line; the door named in pyproject.toml."""
    try:
        app()
    except UnableToRun as reason:
        typer.echo(str(reason), err=True)
        sys.exit(reason.exit_code)
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as fault:  # noqa: BLE001  (the last door: whatever it is, tell it to people)
        typer.echo(explain(fault), err=True)
        sys.exit(UNFORESEEN)


def explain(fault: Exception) -> str:
    """Tell of a fault that nobody foresaw; with `--trace` also where it arose."""
    if "--trace" in sys.argv[1:]:
        return "".join(traceback.format_exception(fault))
    what = f"{type(fault).__name__}: {fault}".rstrip(": ")
    return (
        f"Something went wrong that this program did not foresee.\n  {what}\n"
        "A change in the database that was not finished has been undone.\n"
        "Please report it, with what `rondstroom --trace COMMAND …` shows."
    )
