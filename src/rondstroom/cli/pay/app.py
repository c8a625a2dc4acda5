"""`rondstroom pay`: the list of its commands. A new one is a module here and a line below."""

from __future__ import annotations

import typer

from rondstroom.cli.pay import ort, payslip, year
from rondstroom.cli.pay.benefits import command as benefits
from rondstroom.cli.pay.compare import command as compare
from rondstroom.cli.pay.cost import command as cost
from rondstroom.cli.pay.hours import command as hours

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def pay() -> None:
    """Work out what work pays and costs."""


app.command("payslip", help=payslip.HELP)(payslip.payslip)
app.command("year", help=year.HELP)(year.year)
app.command("compare", help=compare.HELP)(compare.compare)
app.command("cost", help=cost.HELP)(cost.cost)
app.command("benefits", help=benefits.HELP)(benefits.benefits)
app.command("ort", help=ort.HELP)(ort.ort)
app.command("hours", help=hours.HELP)(hours.hours)
