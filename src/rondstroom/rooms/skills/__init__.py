"""Functions, who may stand in for whom, skills, proofs: may this person work this then?"""
