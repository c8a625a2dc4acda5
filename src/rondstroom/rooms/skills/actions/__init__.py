"""Functions, substitutions, skills and proofs come to be."""

from rondstroom.rooms.skills.actions.asking import Checked, check_registers
from rondstroom.rooms.skills.actions.bringing_in import Brought, Line, bring_in_catalogue
from rondstroom.rooms.skills.actions.catalogue import load_catalogue
from rondstroom.rooms.skills.actions.claims import (
    UnableToAnswerClaim,
    UnableToClaim,
    confirm_claim,
    decline_claim,
    make_claim,
    take_claim,
    withdraw_claim,
)
from rondstroom.rooms.skills.actions.deciding import UnableToDecide, decide, note_reading
from rondstroom.rooms.skills.actions.forgetting import forget_files
from rondstroom.rooms.skills.actions.functions import (
    UnableToAllowSubstitution,
    UnableToCreateFunction,
    UnableToCreateSkill,
    allow_substitution,
    create_function,
    create_skill,
)
from rondstroom.rooms.skills.actions.levels import set_level
from rondstroom.rooms.skills.actions.policy import (
    UnableToAccept,
    accept,
    end_acceptance,
    set_policy,
)
from rondstroom.rooms.skills.actions.proofs import (
    Evidence,
    UnableToRecordProof,
    record_proof,
    record_proofs,
    withdraw_proof,
)
from rondstroom.rooms.skills.actions.registers import (
    Answered,
    UnableToRecordRegistration,
    record_by_hand,
    record_registrations,
)
from rondstroom.rooms.skills.actions.sharing import UnableToShare, share_passport, stop_sharing
from rondstroom.rooms.skills.actions.wanting import want_register

__all__ = [
    "Answered",
    "Brought",
    "Checked",
    "Evidence",
    "Line",
    "UnableToAccept",
    "UnableToAllowSubstitution",
    "UnableToAnswerClaim",
    "UnableToClaim",
    "UnableToCreateFunction",
    "UnableToCreateSkill",
    "UnableToDecide",
    "UnableToRecordProof",
    "UnableToRecordRegistration",
    "UnableToShare",
    "accept",
    "allow_substitution",
    "bring_in_catalogue",
    "check_registers",
    "confirm_claim",
    "create_function",
    "create_skill",
    "decide",
    "decline_claim",
    "end_acceptance",
    "forget_files",
    "load_catalogue",
    "make_claim",
    "note_reading",
    "record_by_hand",
    "record_proof",
    "record_proofs",
    "record_registrations",
    "set_level",
    "set_policy",
    "share_passport",
    "stop_sharing",
    "take_claim",
    "want_register",
    "withdraw_claim",
    "withdraw_proof",
]
