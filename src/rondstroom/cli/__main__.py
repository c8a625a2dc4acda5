"""`python -m rondstroom.cli`: the command line, also where no command was installed."""

from rondstroom.cli.main import run

run()
