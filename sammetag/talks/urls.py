from django.urls import path

from sammetag.talks import book_page, calendar_page, correct_page, miss_page, talk_page

urlpatterns = [
    path("cases/<uuid:case_id>/talks/book/", book_page.book_page, name="book-talk"),
    path("cases/<uuid:case_id>/talks/held/", talk_page.held_unbooked, name="talk-held"),
    path("cases/<uuid:case_id>/talks/<uuid:talk_id>/", talk_page.talk_page, name="talk"),
    path("cases/<uuid:case_id>/talks/<uuid:talk_id>/move/", book_page.move_page, name="move-talk"),
    path("cases/<uuid:case_id>/talks/<uuid:talk_id>/not-held/", miss_page.miss_page, name="miss-talk"),
    path(
        "cases/<uuid:case_id>/talks/<uuid:talk_id>/correct/", correct_page.correct_page, name="correct-talk"
    ),
    path("cases/<uuid:case_id>/talks/<uuid:talk_id>/calendar/", calendar_page.calendar_file, name="calendar"),
]
