"""Deletions that the database refuses must leave nothing half done."""

from django.db import transaction
from treebeard.mp_tree import MP_NodeQuerySet
from wagtail.actions.delete_page import DeletePageAction


def make_page_deletion_atomic() -> None:
    """All or nothing, whoever asks for it.

    Outside a transaction treebeard lowers the parent's `numchild` and Wagtail logs "deleted" before Django finds that
    the page is protected: the parent would then seem to have lost a child that is still there.
    """
    MP_NodeQuerySet.delete = transaction.atomic(MP_NodeQuerySet.delete)
    DeletePageAction.execute = transaction.atomic(DeletePageAction.execute)
