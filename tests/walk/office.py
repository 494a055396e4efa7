"""The office as an officer uses it: what she does there, each act proven by its outcome."""

from collections.abc import Callable, Iterator

from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, WorkflowState
from wagtail_localize.models import StringTranslation, Translation

from home.models import ArticlePage, CitySettings
from participation.editorial.blocks import EditorialStreamBlock
from participation.editorial.models import CityDocument, CityImage, Subject
from participation.people.models import User
from tests.e2e.editor import RULES

from .office_hands import Hands

CONTENT, SHARING, PUBLICATION = range(3)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)


class Office(Hands):
    """One officer at her desk, doing one thing after the other. Each act gives True when its outcome is there."""

    def acts(self) -> Iterator[tuple[str, Callable[[], bool]]]:
        """Every act with its name, in the order of a working day."""
        for name in vars(type(self)):
            if name.startswith("act_"):
                yield name.removeprefix("act_"), getattr(self, name)

    # An article from nothing

    def act_begin_an_article(self) -> bool:
        self.tab.goto(reverse("wagtailadmin_pages:add", args=["home", "articlepage", self.ground.home.pk]))
        self.editor.fill("title", "Article nouveau")
        self.editor.fill("summary", "Ce qui change.")
        return self.tab.input_value("[name=title]") == "Article nouveau"

    def act_add_every_block(self) -> bool:
        kinds = EditorialStreamBlock().child_blocks
        for kind, block in kinds.items():
            buttons = self.tab.locator(
                "[data-contentpath=body] [data-streamfield-stream-container] > div > .c-sf-add-button"
            )
            number = buttons.count() - 1
            buttons.last.click()
            self.tab.locator(f"[role=option]:has(use[href='#icon-{block.meta.icon}'])").first.click()
            self.tab.locator(f"[name=body-{number}-type][value={kind}]").wait_for(state="attached")
        return self.tab.locator("[name^=body-][name$=-type]").count() >= len(kinds)

    def act_write_and_link_rich_text(self) -> bool:
        text = self.tab.locator("[data-contentpath=body] [contenteditable=true]").first
        text.click()
        self.tab.keyboard.type("Voir")
        self.tab.keyboard.press("Control+a")
        self.tab.locator(
            ".Draftail-Toolbar:visible button[name=LINK], .Draftail-ToolbarButton[name=LINK]"
        ).first.click()
        self.choose_page(self.ground.other)
        return self.tab.locator("[contenteditable=true] .TooltipEntity").first.is_visible()

    def act_choose_an_image_in_a_block(self) -> bool:
        field = self.tab.locator(
            "[data-contentpath=body] [data-contentpath=image] [data-chooser-action-choose]:visible"
        ).first
        field.click()
        self.choose()
        return self.holds("[name^=body-][name$=-image]", self.ground.image.pk)

    def act_choose_a_document_in_a_block(self) -> bool:
        block = self.tab.locator("[data-contentpath=documents]").last
        block.locator("[data-chooser-action-choose]:visible").first.click()
        self.choose()
        return self.holds("[name^=body-][name*=-documents-][name$=-value]", self.ground.document.pk)

    def act_choose_a_page_in_a_block(self) -> bool:
        block = self.tab.locator("[data-contentpath=pages]").last
        block.locator("[data-chooser-action-choose]:visible").first.click()
        self.choose_page(self.ground.other)
        return self.holds("[name^=body-][name*=-pages-][name$=-value]", self.ground.other.pk)

    def act_upload_an_image_while_choosing(self) -> bool:
        self.editor.tab(SHARING)
        self.tab.locator("#id_social_image-chooser [data-chooser-action-choose]:visible").first.click()
        dialog = self.tab.locator(".modal-dialog")
        dialog.locator("[role=tab]").nth(1).click()
        form = dialog.locator("form[data-chooser-modal-creation-form]")
        form.locator("[type=file]").set_input_files({"name": "photo.png", "mimeType": "image/png", "buffer": PNG})
        form.locator("[name$=title]").fill("Photo du jour")
        form.locator("[type=submit]").click()
        dialog.wait_for(state="hidden")
        return self.soon(lambda: self.holds("[name=social_image]", CityImage.objects.latest("pk").pk))

    def act_preview(self) -> bool:
        self.editor.preview().locator("h1", has_text="Article nouveau").wait_for()
        self.tab.click("[data-side-panel-toggle=preview]")
        return True

    def act_comment(self) -> bool:
        self.editor.tab(CONTENT)
        self.tab.click("[data-side-panel-toggle=comments]")
        field = self.tab.locator("#panel-child-content-title-section, [data-contentpath=title]").first
        field.hover()
        field.locator("[data-comment-add]").first.click(force=True)
        box = self.tab.locator(".comment:has(textarea)").last
        box.locator("textarea").fill("À relire")
        box.locator("[type=submit]").click()
        self.tab.click("[data-side-panel-toggle=comments]")
        return self.soon(lambda: self.holds("#comments-output [name$=-text]", "À relire"))

    def act_schedule(self) -> bool:
        self.open_status()
        self.tab.locator("[data-a11y-dialog-show=schedule-publishing-dialog]:visible").first.click()
        dialog = self.tab.locator("#schedule-publishing-dialog")
        dialog.locator("[name=go_live_at]").click()
        self.pick_a_day()
        chosen = dialog.locator("[name=go_live_at]").input_value()
        dialog.locator("[name=go_live_at]").fill("")
        self.tab.keyboard.press("Escape")
        dialog.wait_for(state="hidden")
        return "/" in chosen

    def act_save_a_draft(self) -> bool:
        self.editor.save()
        return ArticlePage.objects.filter(title="Article nouveau", live=False).exists()

    def act_change_privacy(self) -> bool:
        self.editor.open(self.ground.article.pk)
        self.open_status()
        self.tab.locator("[data-a11y-dialog-show=set-privacy]:visible").first.click()
        form = self.tab.locator("#set-privacy form")
        form.locator("[name=restriction_type][value=login]").check()
        form.locator("[type=submit]").click()
        form.wait_for(state="hidden")
        return PageViewRestriction.objects.filter(page=self.ground.article).exists()

    def act_edit_and_publish(self) -> bool:
        self.editor.open(self.ground.article.pk)
        self.editor.fill("summary", "Un article changé.")
        self.editor.publish()
        return ArticlePage.objects.get(pk=self.ground.article.pk).summary == "Un article changé."

    def act_read_the_history(self) -> bool:
        self.tab.goto(f"/admin/pages/{self.ground.article.pk}/history/")
        return self.tab.locator("#listing-results tr").count() > 1

    def act_compare(self) -> bool:
        self.tab.goto(f"/admin/pages/{self.ground.article.pk}/revisions/compare/earliest...latest/")
        return "changé" in self.tab.locator(".comparison").first.inner_text()

    def act_copy(self) -> bool:
        self.tab.goto(f"/admin/pages/{self.ground.article.pk}/copy/")
        self.tab.fill("[name=new_title]", "Article copié")
        self.tab.fill("[name=new_slug]", "article-copie")
        self.submit()
        return Page.objects.filter(slug="article-copie").exists()

    def act_move(self) -> bool:
        self.tab.goto(f"/admin/pages/{self.ground.other.pk}/move/")
        self.tab.locator("main .chooser [data-w-dropdown-target=toggle]").click()
        self.tab.locator("[data-chooser-action-choose]:visible").first.click()
        self.choose_page(self.ground.section)
        self.submit()
        self.submit()
        return Page.objects.get(pk=self.ground.other.pk).get_parent().pk == self.ground.section.pk

    def act_unpublish_in_bulk(self) -> bool:
        self.tab.goto(f"/admin/pages/{self.ground.home.pk}/")
        self.tab.check(f"[data-bulk-action-checkbox][data-object-id='{self.ground.article.pk}']")
        self.tab.locator(
            ".bulk-actions-buttons a[href*='/unpublish/'], .bulk-actions-choices a[href*='/unpublish/']"
        ).first.click()
        self.submit()
        return not ArticlePage.objects.get(pk=self.ground.article.pk).live

    def act_submit_for_review(self) -> bool:
        self.editor.open(self.ground.article.pk)
        self.editor.submit_for_review()
        return WorkflowState.objects.filter(object_id=self.ground.article.pk, status="in_progress").exists()

    def act_approve_with_a_comment(self) -> bool:
        self.editor.open(self.ground.article.pk)
        self.tab.click("footer [data-controller~=w-dropdown] [data-w-dropdown-target=toggle]")
        self.tab.locator("[data-workflow-action-name=approve][data-workflow-action-modal-url]").click()
        dialog = self.tab.locator(".modal-dialog")
        dialog.locator("textarea").fill("Relu.")
        with self.tab.expect_navigation():
            dialog.locator("[type=submit]").click()
        return WorkflowState.objects.filter(object_id=self.ground.article.pk, status="approved").exists()

    def act_submit_a_translation(self) -> bool:
        self.tab.goto(f"/admin/localize/submit/page/{self.ground.section.pk}/")
        everything, one = self.tab.locator("[name=select_all]"), self.tab.locator("[name=locales]").first
        if everything.is_visible():
            everything.check()
            assert one.is_checked(), "The script of this screen did not run."
        elif not one.is_checked():
            one.check()
        self.submit()
        return Translation.objects.filter(target_locale__language_code="en").exists()

    def act_translate(self) -> bool:
        page = self.ground.section.get_translation_or_none(Translation.objects.get().target_locale)
        self.editor.open(page.pk)
        if self.status_is_open():
            self.tab.click("[data-side-panel-toggle=status]")
        segment = self.tab.locator(".js-translation-editor li, .js-translation-editor [role=tabpanel] li").first
        segment.locator("button").first.click()
        segment.locator("textarea, input[type=text], [contenteditable=true]").first.fill("Reception")
        segment.locator("button").last.click()
        return self.soon(lambda: StringTranslation.objects.filter(data="Reception").exists())

    def act_upload_images(self) -> bool:
        self.tab.goto("/admin/images/multiple/add/")
        photo = {"name": "deux.png", "mimeType": "image/png", "buffer": PNG}
        self.tab.set_input_files("#fileupload", [photo])
        self.tab.locator("#upload-list form").wait_for()
        return CityImage.objects.filter(title="deux").exists()

    def act_upload_documents(self) -> bool:
        self.tab.goto("/admin/documents/multiple/add/")
        self.tab.set_input_files("#fileupload", [{"name": "avis.csv", "mimeType": "text/csv", "buffer": b"a;b"}])
        self.tab.locator("#upload-list form").wait_for()
        return CityDocument.objects.filter(title="avis").exists()

    def act_add_a_snippet(self) -> bool:
        self.tab.goto("/admin/snippets/editorial/subject/add/")
        self.tab.fill("[name=name]", "Arbres")
        self.tab.fill("[name=name_en]", "Trees")
        self.tab.fill("[name=slug]", "arbres")
        self.tab.select_option("[name=stake]", index=1)
        self.submit("form[data-edit-form], main form")
        return Subject.objects.filter(name="Arbres").exists()

    def act_add_a_redirect(self) -> bool:
        self.tab.goto("/admin/redirects/add/")
        self.tab.fill("[name=old_path]", "/vieux")
        self.tab.locator("main [data-chooser-action-choose]:visible").first.click()
        self.choose_page(self.ground.section)
        self.submit()
        return Redirect.objects.filter(redirect_page=self.ground.section.pk).exists()

    def act_change_the_settings(self) -> bool:
        self.tab.goto(f"/admin/settings/{CitySettings._meta.app_label}/{CitySettings._meta.model_name}/")
        self.tab.locator("main [role=tab]").nth(1).click()
        field = self.tab.locator("main form input[type=text]:visible").first
        name = field.get_attribute("name")
        field.fill("Ville de la preuve")
        self.submit("main form")
        return getattr(CitySettings.objects.first(), name) == "Ville de la preuve"

    def act_change_a_person(self) -> bool:
        self.tab.goto(f"/admin/users/edit/{self.ground.officer.pk}/")
        for name, value in (("email", "agent@exemple.example"), ("first_name", "Alix"), ("last_name", "Exemple")):
            self.tab.fill(f"[name={name}]", value)
        self.submit("main form")
        return User.objects.get(pk=self.ground.officer.pk).last_name == "Exemple"

    def act_choose_a_page_for_the_workflow(self) -> bool:
        self.tab.goto("/admin/workflows/add/")
        self.tab.locator("main [data-chooser-action-choose]:visible").first.click()
        self.choose_page(self.ground.section)
        return self.holds("[name$=-page]", self.ground.section.pk)

    def act_filter_by_date(self) -> bool:
        self.tab.goto("/admin/reports/site-history/")
        field = self.tab.locator("[name=timestamp_from]")
        if not field.is_visible():
            self.tab.locator("[data-controller~=w-drilldown] button").first.click()
            self.tab.locator(
                "[data-w-drilldown-target=toggle]:has-text('Date'), [aria-controls*=timestamp]"
            ).first.click()
        field.click()
        self.pick_a_day()
        return "/" in field.input_value()

    def act_pick_the_opening_of_a_consultation(self) -> bool:
        kind = ["consultations", "consultationpage", self.ground.consultation.get_parent().pk]
        self.tab.goto(reverse("wagtailadmin_pages:add", args=kind))
        self.editor.tab(RULES)
        field = self.tab.locator("[name=closes_at]")
        before = field.input_value()
        field.click()
        self.pick_a_day()
        return field.input_value() not in {"", before}
