from django.urls import path

from . import address_views, condition_views, receipt_views, sending_views, views

app_name = "questionnaires"

urlpatterns = [
    path("repondre/<uuid:key>/", views.begin, name="begin"),
    path("repondre/<uuid:key>/<int:number>/", views.screen, name="screen"),
    path("repondre/<uuid:key>/verifier/", sending_views.review, name="review"),
    path("repondre/<uuid:key>/conditions/", condition_views.who_may, name="conditions"),
    path("repondre/<uuid:key>/adresse/", address_views.address, name="address"),
    path("repondre/<uuid:key>/code/", address_views.code, name="code"),
    path("repondre/<uuid:key>/recu/", receipt_views.receipt, name="receipt"),
    path("repondre/<uuid:key>/effacer/", views.forget_answers, name="forget"),
    path("recus/", receipt_views.check, name="check"),
    path("retrait/", receipt_views.withdraw, name="withdraw"),
]
