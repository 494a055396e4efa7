"""What a deputy must prove about the objects an address names: that they are hers, or everybody's to read.

Each rule takes the request, the address's arguments and her reach, and answers yes, no – the same 404 whether the
object exists or not – or with a response of its own. Ids are never trusted alone: a revision must be of that
page, and so on.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, TaskState, UploadedFile, WorkflowState, get_default_page_content_type

from participation.editorial.reach import Reach, usable

Verdict = bool | HttpResponse


def step_of_its_review(request: HttpRequest, arguments: dict) -> bool:
    """The step is of a review of that page: Wagtail would act on another page's."""
    return TaskState.objects.filter(
        pk=arguments["task_state_id"],
        workflow_state__base_content_type=get_default_page_content_type(),
        workflow_state__object_id=str(arguments["page_id"]),
    ).exists()


def step_before(request: HttpRequest, arguments: dict) -> bool:
    """The step before was taken, and says which file it kept: Wagtail would fail without."""
    return request.method != "POST" or {"import_file_name", "input_format"} <= set(request.POST)


def _page(pk, reach: Reach) -> bool:
    return reach.own_pages(Page.objects.filter(pk=pk)).exists()


def own_page(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The page lies in her subtree."""
    return _page(arguments.get("page_id") or arguments["pk"], reach)


def own_parent(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The page she adds to lies in her subtree."""
    return _page(arguments["parent_page_id"], reach)


def own_page_that_may_go(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The page lies in her subtree and is none of those every quartier has."""
    return arguments["page_id"] not in reach.kept_pages and own_page(request, arguments, reach)


def own_listing(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The page lies in her subtree; from a page above it, she is sent to the list of her quartiers."""
    page = Page.objects.filter(pk=arguments["parent_page_id"]).only("path").first()
    if page is None:
        return False
    if any(path != page.path and path.startswith(page.path) for path in reach.paths):
        return redirect(reach.home_url)
    return reach.has_path(page.path)


def own_quartiers(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """She is sent to the list of her quartiers."""
    return redirect(reach.home_url)


def own_revision(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The revision is of a page of her subtree."""
    return own_page(request, arguments, reach) and _is_revision(arguments["page_id"], arguments["revision_id"])


def own_comparison(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """Both revisions are of one page of her subtree."""
    named = [str(arguments[key]) for key in ("revision_id_a", "revision_id_b")]
    return own_page(request, arguments, reach) and all(
        not name.isdigit() or _is_revision(arguments["pk"], name) for name in named
    )


def own_review(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The review is of a page of her subtree."""
    return (
        own_page(request, arguments, reach)
        and WorkflowState.objects.filter(
            pk=arguments["workflow_state_id"],
            base_content_type=get_default_page_content_type(),
            object_id=str(arguments["page_id"]),
        ).exists()
    )


def own_editing(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """What she is editing is a page of her subtree."""
    key = str(arguments["object_id"])
    return (
        key.isdigit()
        and _page(key, reach)
        and Page.objects.filter(
            pk=key,
            content_type__app_label=arguments["app_label"],
            content_type__model=arguments["model_name"],
        ).exists()
    )


def _is_revision(page, revision) -> bool:
    return Revision.page_revisions.filter(pk=revision, object_id=str(page)).exists()


def any_page_type(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The chooser begins at the top: a type asked for would begin where its pages are, drafts included."""
    return request.GET.get("page_type", "") in ("", "wagtailcore.page")


def readable_parent(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The page she looks under is hers, or online for everybody."""
    pk = arguments["parent_page_id"]
    is_root = Page.objects.filter(pk=pk, depth=1).exists()
    return any_page_type(request, arguments, reach) and (is_root or bool(usable(reach, Page, [pk])))


def readable_pages(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The pages chosen are hers, or online for everybody."""
    return _all_usable(request, Page, reach)


def address_as_typed(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """An address stays as she typed it: turned into a page, it would say the title of its draft."""
    request._wagtail_cached_site_root_paths = []
    return True


def subjects_only(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """Of all tags, only the city's subjects."""
    return (arguments["app_name"], arguments["model_name"]) == ("editorial", "subject")


def own_image(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The image lies in her collection."""
    return reach.own_files(get_image_model().objects.filter(pk=arguments["image_id"])).exists()


def usable_image(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The image lies in her collection or in the one all quartiers share."""
    return bool(usable(reach, get_image_model(), [_number(arguments.get("image_id", arguments.get("pk")))]))


def usable_images(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The images chosen lie in her collection or in the one all quartiers share."""
    return _all_usable(request, get_image_model(), reach)


def own_document(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The document lies in her collection."""
    pk = arguments.get("document_id") or arguments.get("doc_id")
    return reach.own_files(get_document_model().objects.filter(pk=pk)).exists()


def usable_document(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The document lies in her collection or in the one all quartiers share."""
    return bool(usable(reach, get_document_model(), [_number(arguments["pk"])]))


def usable_documents(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The documents chosen lie in her collection or in the one all quartiers share."""
    return _all_usable(request, get_document_model(), reach)


def own_upload(request: HttpRequest, arguments: dict, reach: Reach) -> Verdict:
    """The file on its way was sent by herself."""
    return UploadedFile.objects.filter(pk=arguments["uploaded_file_id"], uploaded_by_user=request.user).exists()


def _all_usable(request: HttpRequest, model, reach: Reach) -> bool:
    asked = {_number(pk) for pk in request.GET.getlist("id")}
    return {str(pk) for pk in asked} == usable(reach, model, asked)


def _number(pk) -> int:
    """The key as a number; one nothing has when it is none."""
    return int(pk) if str(pk).isdecimal() and len(str(pk)) < 16 else 0
