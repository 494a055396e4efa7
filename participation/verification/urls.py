from django.urls import path

from . import views

app_name = "verification"

urlpatterns = [
    path("compte/lien/", views.tie, name="tie"),
    path("compte/lien/lettre/", views.letter, name="letter"),
    path("compte/lien/code/", views.letter_code, name="letter_code"),
    path("compte/lien/guichet/", views.counter_code, name="counter_code"),
    path("compte/lien/liste/", views.listed, name="listed"),
    path("compte/declarations/", views.statements, name="statements"),
    path("compte/declarations/oublier/", views.take_back, name="take_back"),
]
