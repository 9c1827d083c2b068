from django.urls import path

from sammetag.handover import distribute_page, hand_over_page

urlpatterns = [
    path("cases/<uuid:case_id>/hand-over/", hand_over_page.hand_over_page, name="hand-over"),
    path("colleagues/<uuid:staff_id>/cases/", distribute_page.distribute_page, name="distribute"),
]
