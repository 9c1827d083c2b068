from django.urls import path

from sammetag.plan import (
    goal_page,
    job_goal_page,
    place_page,
    rate_page,
    step_page,
    sub_goal_page,
    versions_page,
)

CASE = "cases/<uuid:case_id>/plan"

urlpatterns = [
    path(f"{CASE}/job-goal/", job_goal_page.job_goal_page, name="job-goal"),
    path(f"{CASE}/goals/new/", goal_page.new_goal_page, name="new-goal"),
    path(f"{CASE}/goals/<uuid:goal_id>/", goal_page.goal_page, name="goal"),
    path(f"{CASE}/goals/<uuid:goal_id>/place/", place_page.place_goal, name="place-goal"),
    path(f"{CASE}/goals/<uuid:goal_id>/sub-goals/new/", sub_goal_page.new_sub_goal_page, name="new-sub-goal"),
    path(f"{CASE}/sub-goals/<uuid:sub_goal_id>/", sub_goal_page.sub_goal_page, name="sub-goal"),
    path(f"{CASE}/sub-goals/<uuid:sub_goal_id>/place/", place_page.place_sub_goal, name="place-sub-goal"),
    path(f"{CASE}/step/", step_page.step_page, name="plan-step"),
    path(f"{CASE}/versions/", versions_page.versions_page, name="plan-versions"),
    path(f"{CASE}/ratings/", rate_page.rate_page, name="rate-plan"),
]
