"""Functions, skills and packages; proofs, claims, register answers; what organisations accept."""

from rondstroom.rooms.skills.models.catalogue import Function, Package, Skill, Substitution, Task
from rondstroom.rooms.skills.models.claims import Claim, Reading
from rondstroom.rooms.skills.models.policy import Acceptance, Policy
from rondstroom.rooms.skills.models.proofs import Decision, Proof, Registration
from rondstroom.rooms.skills.models.sharing import Share

__all__ = [
    "Acceptance",
    "Claim",
    "Decision",
    "Function",
    "Package",
    "Policy",
    "Proof",
    "Reading",
    "Registration",
    "Share",
    "Skill",
    "Substitution",
    "Task",
]
