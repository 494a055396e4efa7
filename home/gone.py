"""Pages taken offline whose records are kept: say so instead of pretending they never were."""

from django.shortcuts import render


def response(request):
    """410, with a plain message that does not name what was there."""
    return render(request, "410.html", status=410)
