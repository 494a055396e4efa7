"""Addresses of the office screens, under `/admin/verification/`."""

from django.urls import path

from . import office_views

app_name = "verification_office"

urlpatterns = [
    path("letters/", office_views.LettersView.as_view(), name="letters"),
    path("letters/print/", office_views.PrintView.as_view(), name="print"),
    path("letters/posted/", office_views.PostedView.as_view(), name="posted"),
    path("letters/returned/", office_views.ReturnedView.as_view(), name="returned"),
    path("counter/", office_views.CounterView.as_view(), name="counter"),
    path("lists/", office_views.ListsView.as_view(), name="lists"),
    path("lists/add/", office_views.AddListView.as_view(), name="add"),
    path("lists/<int:pk>/delete/", office_views.DeleteListView.as_view(), name="delete"),
]
