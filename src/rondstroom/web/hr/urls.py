"""Addresses of HR's desk."""

from django.urls import URLPattern, path

from rondstroom.web.hr import (
    acceptance,
    catalogue,
    claims,
    file,
    inductions,
    levels,
    people,
    policy,
    pool,
    proofs,
    register,
    signals,
)
from rondstroom.web.hr.agreeing import calling, contracts, findings, work_code
from rondstroom.web.hr.annual import views as year

app_name = "hr"
urlpatterns: list[URLPattern] = [
    path("", claims.queue, name="queue"),
    path("claims/<int:claim_id>/", claims.claim, name="claim"),
    path("claims/<int:claim_id>/take/", claims.take, name="claim_take"),
    path("claims/<int:claim_id>/confirm/", claims.confirm, name="claim_confirm"),
    path("claims/<int:claim_id>/decline/", claims.decline, name="claim_decline"),
    path("people/", people.everybody, name="people"),
    path("people/<int:worker_id>/", file.file, name="file"),
    path("people/<int:worker_id>/decide/", file.decide, name="decide"),
    path("people/<int:worker_id>/proofs/<str:kind>/", proofs.new, name="proof_new"),
    path("people/<int:worker_id>/register/", register.answer, name="register_answer"),
    path("signals/<int:signal_id>/", signals.answer, name="signal_answer"),
    path("shared/<int:share_id>/", people.shared, name="shared"),
    path("proofs/<int:proof_id>/withdraw/", file.withdraw, name="proof_withdraw"),
    path("proofs/<int:proof_id>/level/", levels.set_level, name="proof_level"),
    path("register/", register.register, name="register"),
    path("acceptance/", acceptance.acceptance, name="acceptance"),
    path("acceptance/<int:acceptance_id>/end/", acceptance.end, name="acceptance_end"),
    path("catalogue/", catalogue.catalogue, name="catalogue"),
    path("catalogue/file/", catalogue.take_out, name="catalogue_file"),
    path("pool/", pool.pool, name="pool"),
    path("pool/<int:term_id>/left/", pool.left, name="pool_left"),
    path("findings/", findings.findings, name="findings"),
    path("contracts/", contracts.contracts, name="contracts"),
    path("calling/", calling.calling, name="calling"),
    path("calling/<int:engagement_id>/", calling.times, name="times"),
    path("work-code/", work_code.work_code, name="work_code"),
    path("work-code/<int:code_id>/decide/", work_code.decide, name="work_code_decide"),
    path("work-code/shared-out/", work_code.shared_out, name="shared_out"),
    path("annual/", year.annual, name="annual"),
    path("annual/file/", year.annual_file, name="annual_file"),
    path("inductions/", inductions.inductions, name="inductions"),
    path("inductions/<int:location_id>/", inductions.induction, name="induction"),
    path("policy/", policy.policy, name="policy"),
]
