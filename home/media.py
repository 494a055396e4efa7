"""Images kept on this machine, served by the site itself."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.http import Http404, HttpRequest
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

YEAR = 31_536_000


@require_safe
def serve_rendition(request: HttpRequest, path: str):
    """One rendition. Originals and documents are never served from here: documents have their own rules."""
    if not isinstance(default_storage, FileSystemStorage):
        raise Http404
    response = serve(request, path, document_root=Path(settings.MEDIA_ROOT))
    # A rendition's name changes with its content.
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response
