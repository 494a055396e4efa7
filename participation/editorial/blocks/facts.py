"""Blocks that state facts: key figures, timeline, table."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, DecimalBlock, ListBlock, StructBlock, StructValue
from wagtail.blocks import TextBlock as PlainTextBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail_localize.segments import StringSegmentValue


class KeyFigure(StructValue):
    @property
    def source_line(self) -> str:
        """Where the figure comes from and when, in one line."""
        return ", ".join(str(part) for part in (self.get("source"), self.get("date")) if part)


class KeyFigureBlock(StructBlock):
    value = CharBlock(max_length=40, label=_("Figure"), help_text=_("With its unit, as it should be read."))
    label = CharBlock(max_length=160, label=_("What it counts"))
    source = CharBlock(max_length=160, required=False, label=_("Source"))
    date = CharBlock(max_length=60, required=False, label=_("Date"))

    class Meta:
        icon = "decimal"
        label = _("Key figure")
        template = "editorial/blocks/key_figure.html"
        value_class = KeyFigure


class KeyFiguresBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("Heading"))
    figures = ListBlock(KeyFigureBlock(), min_num=1, max_num=8, label=_("Figures"))

    class Meta:
        icon = "decimal"
        label = _("Key figures")
        description = _("A few large figures, each with its source and date.")
        group = _("Facts")
        template = "editorial/blocks/key_figures.html"
        preview_value = {
            "heading": _("In figures"),
            "figures": [
                {"value": "412", "label": _("answers"), "source": _("Consultation"), "date": _("May 2026")},
                {"value": "12", "label": _("trees planted"), "source": _("Parks department"), "date": _("June 2026")},
            ],
        }


class TimelineStep(StructValue):
    @property
    def state(self) -> str:
        return "done" if self.get("is_done") else "coming"


class TimelineStepBlock(StructBlock):
    date_label = CharBlock(
        max_length=80, label=_("Date"), help_text=_("As it should be read: “spring 2027”, “12 May”.")
    )
    title = CharBlock(max_length=160, label=_("Title"))
    text = PlainTextBlock(max_length=600, required=False, label=_("Text"))
    is_done = BooleanBlock(required=False, label=_("Done"))

    class Meta:
        icon = "date"
        label = _("Step")
        value_class = TimelineStep


class TimelineBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("Heading"))
    steps = ListBlock(TimelineStepBlock(), min_num=1, label=_("Steps"))

    class Meta:
        icon = "calendar-alt"
        label = _("Timeline")
        description = _("Dated steps, done and to come. A step is for reading: it opens and closes nothing.")
        group = _("Facts")
        template = "editorial/blocks/timeline.html"
        preview_value = {
            "heading": _("The steps"),
            "steps": [
                {"date_label": _("May"), "title": _("Consultation"), "text": "", "is_done": True},
                {"date_label": _("September"), "title": _("Answer of the city"), "text": "", "is_done": False},
            ],
        }


class TableBlock(TypedTableBlock):
    """A table of texts and numbers, whose words translators receive (wagtail-localize skips typed tables by itself)."""

    text = CharBlock(required=False, label=_("Text"))
    number = DecimalBlock(required=False, label=_("Number"))

    def get_translatable_segments(self, table) -> list[StringSegmentValue]:
        segments = [StringSegmentValue("caption", table.caption)] if table.caption else []
        segments += [
            StringSegmentValue(f"columns.{index}", column["heading"])
            for index, column in enumerate(table.columns)
            if column["heading"]
        ]
        for row_index, row in enumerate(table.row_data):
            for index, column in enumerate(table.columns):
                if column["block"].name == "text" and row["values"][index]:
                    segments.append(StringSegmentValue(f"rows.{row_index}.{index}", row["values"][index]))
        return segments

    def restore_translated_segments(self, table, segments) -> TypedTable:
        translated = {segment.path: segment.render_text() for segment in segments}
        return TypedTable(
            columns=[
                {**column, "heading": translated.get(f"columns.{index}", column["heading"])}
                for index, column in enumerate(table.columns)
            ],
            row_data=[
                {
                    "values": [
                        translated.get(f"rows.{row_index}.{index}", value) for index, value in enumerate(row["values"])
                    ]
                }
                for row_index, row in enumerate(table.row_data)
            ],
            caption=translated.get("caption", table.caption),
        )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Texts and numbers in rows and columns, with a caption.")
        group = _("Facts")
        template = "editorial/blocks/table.html"
        preview_value = {
            "caption": _("Budget of the square, in euros"),
            "columns": [{"type": "text", "heading": _("Item")}, {"type": "number", "heading": _("Amount")}],
            "rows": [{"values": [_("Trees"), 12000]}, {"values": [_("Benches"), 8000]}],
        }
