"""Images kept on this machine, served by the site itself."""

import posixpath
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.http import Http404, HttpRequest
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

YEAR = 31_536_000
FOLDER = "images"


@require_safe
def serve_rendition(request: HttpRequest, path: str):
    """One rendition. Originals and documents are never served from here: documents have their own rules."""
    # Only an address that is already plain: `..` or `//` in the middle could lead out of the folder of renditions.
    is_plain = posixpath.normpath(path) == path and not path.startswith(("/", ".")) and "\\" not in path
    if not is_plain or not isinstance(default_storage, FileSystemStorage):
        raise Http404
    response = serve(request, path, document_root=Path(settings.MEDIA_ROOT) / FOLDER)
    # A rendition's name changes with its content.
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response
