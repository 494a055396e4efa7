from django.urls import path

from . import views

app_name = "franceconnect"

urlpatterns = [
    path("franceconnect/", views.entrance, name="entrance"),
    path("franceconnect/retour/", views.back, name="back"),
    path("franceconnect/deconnexion/", views.leave, name="leave"),
    path("franceconnect/au-revoir/", views.left, name="left"),
]
