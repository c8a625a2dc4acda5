"""What the forms, and the degrees of say and certainty, are called; least first."""

from __future__ import annotations

from flexpool.pay.comparison.conditions import Certainty, Say
from flexpool.pay.comparison.situation import Form
from flexpool.text import Text

FORMS = {
    Form.OWN_ORGANISATION: Text("eigen organisatie", "own organisation"),
    Form.POOL: Text("regionale flexpool", "regional pool"),
    Form.AGENCY: Text("uitzendbureau", "agency"),
    Form.SELF_EMPLOYED: Text("zelfstandige (zzp)", "self-employed"),
}
IN_FORM = {
    Form.OWN_ORGANISATION: Text("bij de eigen organisatie", "at the own organisation"),
    Form.POOL: Text("in de regionale flexpool", "in the regional pool"),
    Form.AGENCY: Text("via een uitzendbureau", "through an agency"),
    Form.SELF_EMPLOYED: Text("als zelfstandige", "as a self-employed person"),
}
"""The forms as they stand in a sentence."""
SAYS = {
    Say.ROSTERED: Text("je wordt ingeroosterd en kunt ruilen", "you are rostered and may swap"),
    Say.WISHES: Text("je wensen gaan voor", "your wishes come first"),
    Say.CHOSEN: Text("je kiest elke dienst zelf", "you choose each shift yourself"),
}
CERTAINTIES = {
    Certainty.PER_ASSIGNMENT: Text("zolang er werk is", "as long as there is work"),
    Certainty.FIXED_TERM: Text("een tijdelijk contract", "a contract with an end"),
    Certainty.PERMANENT: Text("een vast contract", "a permanent contract"),
}
