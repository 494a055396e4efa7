from django.urls import path

from . import views

app_name = "mailing"

urlpatterns = [
    path("nouvelles/", views.subscribe, name="subscribe"),
    path("nouvelles/message-envoye/", views.asked, name="asked"),
    path("nouvelles/confirmer/<str:token>/", views.confirm, name="confirm"),
    path("nouvelles/choix/<str:token>/", views.choices, name="choices"),
    path("nouvelles/arreter/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("nouvelles/au-revoir/", views.left, name="left"),
    path("compte/nouvelles/", views.own, name="own"),
]
