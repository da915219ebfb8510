#include "ik-set-kit.h"

#include "ik-candidate-question.h"
#include "ik-recommendation.h"
#include "ik-report-output.h"
#include "ik-report-sheet.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define X IK_CANDIDATE_QUESTION_X
#define MAX_TITLE_LINES 3

/* To tick by hand, or with a number in it. */
#define BOX_SIZE 9.0
#define LEVEL_SIZE 15.0
#define LEVEL_HEIGHT 32.0 /* with an anchor of two lines */
#define BOX_GAP 16.0

/* To write on: five for an answer, fewer where it is not scored. */
#define N_ANSWER_LINES 5
#define N_CHAT_LINES 2
#define N_SUMMARY_LINES 6

/* A line of boxes with what stands above it. */
#define BOXES_HEIGHT 30.0

typedef struct
{
  const IkInterview   *blank;
  const IkReportSheet *sheet;
} Kit;

static IkPdfParagraph *
set (const Kit  *self,
     IkPdfStyle  style,
     double      x,
     const char *text)
{
  return ik_pdf_typesetter_set (self->sheet->type, style, self->sheet->width - x, text);
}

static void
put_label (const Kit  *self,
           const char *text)
{
  IkPdfParagraph *label = set (self, IK_PDF_STYLE_LABEL, X, text);

  ik_pdf_flow_skip (self->sheet->flow, 6);
  ik_pdf_flow_need (self->sheet->flow, label->height + IK_REPORT_SHEET_MIN_NEXT);
  ik_pdf_flow_put (self->sheet->flow, X, "P", label);
}

static void
put_texts (const Kit  *self,
           const char *title,
           GPtrArray  *texts)
{
  g_autoptr(GPtrArray) rich = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rich_text_free);

  if (texts->len == 0)
    return;

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (rich, ik_rich_text_new_inline (texts->pdata[i]));
  put_label (self, title);
  ik_report_sheet_put_numbered (self->sheet, X, rich);
}

static void
put_blocks (const Kit  *self,
            const char *title,
            const char *commonmark)
{
  g_autoptr(GPtrArray) blocks = ik_rich_blocks_parse (commonmark);

  if (blocks->len == 0)
    return;

  put_label (self, title);
  ik_report_sheet_put_blocks (self->sheet, X, blocks);
}

/* A box at the upper left of what is put next. */
static void
draw_box (const Kit *self,
          double     x,
          double     size)
{
  IkPdfBox box = {
    self->sheet->left + x, ik_pdf_flow_get_y (self->sheet->flow) + 2, size, size,
  };

  ik_pdf_canvas_begin_decoration (self->sheet->canvas);
  ik_pdf_canvas_draw_shape (self->sheet->canvas, IK_PDF_SHAPE_FRAME, &box, IK_PDF_COLOUR_MUTED);
  ik_pdf_canvas_end_tag (self->sheet->canvas);
}

/* One below the other, each with a box to tick while listening. */
static void
put_ticks (const Kit  *self,
           const char *title,
           GPtrArray  *texts)
{
  if (texts->len > 0)
    put_label (self, title);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr(IkRichText) text = ik_rich_text_new_inline (texts->pdata[i]);
      double width = self->sheet->width - X - BOX_GAP;
      IkPdfParagraph *words = ik_pdf_typesetter_set_rich (self->sheet->type, IK_PDF_STYLE_BODY,
                                                          width, text);

      ik_pdf_flow_skip (self->sheet->flow, 2);
      ik_pdf_flow_need (self->sheet->flow, MIN (words->height, IK_REPORT_SHEET_MIN_NEXT));
      draw_box (self, X, BOX_SIZE);
      ik_pdf_flow_put (self->sheet->flow, X + BOX_GAP, "P", words);
    }
}

/* The label of a level in front of its anchor. */
static IkRichText *
make_level (const IkRubricLevel *level)
{
  g_autoptr(IkRichText) anchor = ik_rich_text_new_inline (level->anchor);
  g_autofree char *words = *anchor->text != '\0'
                           ? g_strdup_printf ("%s: %s", level->label, anchor->text)
                           : g_strdup (level->label);
  IkRichText *text = ik_rich_text_new_plain (words);
  IkRichSpan strong = { IK_RICH_SPAN_STRONG, 0, (guint) strlen (level->label) };

  g_array_append_val (text->spans, strong);
  return text;
}

static void
put_level (const Kit           *self,
           const IkRubricLevel *level)
{
  IkPdfFlow *flow = self->sheet->flow;
  double x = X + LEVEL_SIZE + 8;
  g_autofree char *value = g_strdup_printf ("%d", level->value);
  g_autoptr(IkRichText) text = make_level (level);
  IkPdfParagraph *number = ik_pdf_typesetter_set (self->sheet->type, IK_PDF_STYLE_SMALL_STRONG,
                                                  LEVEL_SIZE, value);
  IkPdfParagraph *words = ik_pdf_typesetter_set_rich (self->sheet->type, IK_PDF_STYLE_BODY,
                                                      self->sheet->width - x, text);
  double y;

  ik_pdf_flow_skip (flow, 3);
  ik_pdf_flow_need (flow, MAX (LEVEL_SIZE + 2, words->height));
  y = ik_pdf_flow_get_y (flow);
  draw_box (self, X, LEVEL_SIZE);
  ik_pdf_flow_place (flow, X + (LEVEL_SIZE - number->width) / 2,
                     y + 2 + (LEVEL_SIZE - number->height) / 2, "Lbl", number);
  ik_pdf_flow_put (flow, x, "LBody", words);
  ik_pdf_flow_skip_to (flow, ik_pdf_canvas_get_n_pages (self->sheet->canvas),
                       MAX (ik_pdf_flow_get_y (flow), y + LEVEL_SIZE + 2));
}

static void
put_scale (const Kit             *self,
           const IkInterviewItem *item)
{
  const IkRubric *rubric = ik_interview_get_rubric (self->blank, item);

  ik_pdf_flow_need (self->sheet->flow, rubric->levels->len * LEVEL_HEIGHT);
  put_label (self, _("Rating"));
  for (guint i = 0; i < rubric->levels->len; i++)
    put_level (self, rubric->levels->pdata[i]);
}

/* Several boxes in one line, each with its words behind it. */
static void
put_boxes (const Kit          *self,
           double              x,
           const char *const  *words,
           guint               n_words)
{
  IkPdfFlow *flow = self->sheet->flow;
  double height = 0;
  double y;

  ik_pdf_flow_skip (flow, 6);
  ik_pdf_flow_need (flow, BOXES_HEIGHT);
  y = ik_pdf_flow_get_y (flow);
  for (guint i = 0; i < n_words; i++)
    {
      IkPdfParagraph *text = set (self, IK_PDF_STYLE_BODY, x, words[i]);

      draw_box (self, x, BOX_SIZE);
      ik_pdf_flow_place (flow, x + BOX_GAP, y, "P", text);
      x += BOX_GAP + text->width + BOX_GAP;
      height = MAX (height, text->height);
    }
  ik_pdf_flow_skip_to (flow, ik_pdf_canvas_get_n_pages (self->sheet->canvas), y + height);
}

static void
put_outcomes (const Kit *self)
{
  const char *const outcomes[] = { _("Answered"), _("Partly"), _("No evidence"), _("Not asked") };

  put_boxes (self, X, outcomes, G_N_ELEMENTS (outcomes));
}

static void
put_item (const Kit *self,
          guint      index)
{
  const IkInterviewItem *item = self->blank->items->pdata[index];
  const IkInterviewerText *texts = &item->interviewer;
  g_autofree char *facts = ik_set_kit_format_facts (self->blank, item);
  IkPdfParagraph *line;

  ik_candidate_question_put (self->sheet, index, &item->candidate);
  line = set (self, IK_PDF_STYLE_SMALL, X, facts);
  ik_pdf_flow_skip (self->sheet->flow, 4);
  ik_pdf_flow_put (self->sheet->flow, X, "P", line);
  put_texts (self, _("Follow-ups"), texts->follow_ups);
  put_texts (self, _("What a good candidate asks back"), texts->clarifying_questions);
  put_ticks (self, _("Listen for"), texts->positive_indicators);
  put_ticks (self, _("Red flags"), texts->red_flags);
  put_blocks (self, _("Reference answer"), texts->reference_answer);
  put_texts (self, _("Steps to a solution"), texts->solution_steps);
  if (item->scored)
    put_scale (self, item);
  put_outcomes (self);
  ik_report_sheet_put_writing_lines (self->sheet, item->scored ? N_ANSWER_LINES : N_CHAT_LINES);
}

static void
put_section (const Kit *self,
             guint      index)
{
  const IkInterviewItem *item = self->blank->items->pdata[index];
  const char *before = index > 0
                       ? ((IkInterviewItem *) self->blank->items->pdata[index - 1])->section : "";
  g_autoptr(GPtrArray) introduction = NULL;

  if (*item->section == '\0' || g_str_equal (item->section, before))
    return;

  introduction = ik_rich_blocks_parse (item->section_introduction);
  ik_report_sheet_put_heading (self->sheet, item->section, 90);
  ik_report_sheet_put_blocks (self->sheet, 0, introduction);
  ik_pdf_flow_skip (self->sheet->flow, 6);
}

/* A word and a line to write on, up to an edge. */
static void
put_field (const Kit  *self,
           const char *label)
{
  ik_pdf_flow_skip (self->sheet->flow, 8);
  ik_pdf_flow_put (self->sheet->flow, 0, "P", set (self, IK_PDF_STYLE_LABEL, 0, label));
  ik_pdf_flow_skip (self->sheet->flow, 16);
  ik_pdf_flow_rule (self->sheet->flow, IK_PDF_COLOUR_RULE, 0.6);
}

static void
put_title (const Kit *self)
{
  const IkReportSheet *sheet = self->sheet;
  double width = ik_report_sheet_draw_logo (sheet);
  g_autofree char *head = ik_set_kit_format_head (self->blank);
  g_autoptr(GPtrArray) opening = ik_rich_blocks_parse (self->blank->opening);
  IkPdfParagraph *kind = ik_pdf_typesetter_set (sheet->type, IK_PDF_STYLE_SMALL_STRONG, width,
                                                _("Interviewer's kit"));

  kind->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_put (sheet->flow, 0, "P", kind);
  ik_pdf_canvas_add_outline (sheet->canvas, self->blank->set_title, "kit", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "kit");
  ik_pdf_flow_put (sheet->flow, 0, "H1",
                   ik_pdf_typesetter_set_short (sheet->type, IK_PDF_STYLE_TITLE, width,
                                                MAX_TITLE_LINES, self->blank->set_title));
  ik_pdf_canvas_end_tag (sheet->canvas);
  ik_pdf_flow_put (sheet->flow, 0, "P", set (self, IK_PDF_STYLE_BODY, 0, head));
  ik_pdf_flow_skip (sheet->flow, 10);
  ik_pdf_flow_rule (sheet->flow, IK_PDF_COLOUR_ACCENT, 1);
  put_field (self, _("Candidate"));
  put_field (self, _("Interviewer"));
  put_field (self, _("Date and time"));

  if (opening->len > 0)
    {
      ik_report_sheet_put_heading (sheet, _("Opening"), 0);
      ik_report_sheet_put_blocks (sheet, 0, opening);
    }
  ik_pdf_flow_skip (sheet->flow, 14);
}

static void
put_competency (const Kit          *self,
                const IkCompetency *competency)
{
  const IkRubric *rubric = self->blank->rubrics->pdata[0];
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rubric->levels->len; i++)
    g_ptr_array_add (values, g_strdup_printf ("%d",
                                              ((IkRubricLevel *) rubric->levels->pdata[i])->value));
  ik_pdf_flow_skip (self->sheet->flow, 4);
  ik_pdf_flow_need (self->sheet->flow, BOXES_HEIGHT + 16);
  ik_pdf_flow_put (self->sheet->flow, 0, "P", set (self, IK_PDF_STYLE_STRONG, 0, competency->name));
  put_boxes (self, 0, (const char *const *) values->pdata, values->len);
}

/* The four words stand in one line; a scale of the set's own says what each level
 * means. */
static void
put_recommendations (const Kit *self)
{
  const IkRubric *scale = ik_interview_get_recommendation_scale (self->blank);
  gboolean is_own = scale != ik_recommendation_get_words ();
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < scale->levels->len; i++)
    {
      const IkRubricLevel *level = scale->levels->pdata[i];

      if (is_own)
        put_level (self, level);
      else
        g_ptr_array_add (words, level->label);
    }
  if (!is_own)
    put_boxes (self, 0, (const char *const *) words->pdata, words->len);
}

/* Each answer first, then the whole. */
static void
put_review (const Kit *self)
{
  if (self->blank->competencies->len > 0)
    ik_report_sheet_put_heading (self->sheet, _("Competencies"), 60);
  for (guint i = 0; i < self->blank->competencies->len; i++)
    put_competency (self, ((IkCompetencyRating *) self->blank->competencies->pdata[i])->competency);

  ik_report_sheet_put_heading (self->sheet, _("Recommendation"),
                               BOXES_HEIGHT + N_SUMMARY_LINES * IK_REPORT_SHEET_WRITING_LINE);
  put_recommendations (self);
  ik_report_sheet_put_writing_lines (self->sheet, N_SUMMARY_LINES);
  ik_report_sheet_put_signature (self->sheet, "");
}

static gboolean
put_items (const Kit     *self,
           GCancellable  *cancellable,
           GError       **error)
{
  for (guint i = 0; i < self->blank->items->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      put_section (self, i);
      put_item (self, i);
      ik_pdf_typesetter_forget (self->sheet->type);
    }

  return TRUE;
}

/**
 * ik_set_kit_render_pdf:
 * @blank: an interview that nobody held
 * @options: page size, header and footer
 * @cancellable: (nullable): looked at between questions
 * @error: return location
 *
 * Sets the kit on pages to print: what is asked, what to listen for, the scale
 * with its anchors, and room to write.
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with an error
 */
GBytes *
ik_set_kit_render_pdf (const IkInterview      *blank,
                       const IkReportOptions  *options,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(IkReportSheet) sheet = ik_report_sheet_new (options, memory);
  Kit kit = { blank, sheet };
  IkReportFrame frame = {
    .name = blank->set_title,
    .date = "",
    .footer = _("Interviewer's kit: not for the candidate"),
    .options = options,
  };
  IkPdfMetadata metadata = {
    .title = blank->set_title,
    .author = "",
    .subject = blank->role,
    .language = ik_report_get_language (),
    .created_at_us = ik_report_get_creation_time_us (options),
  };

  ik_pdf_canvas_begin_tag (sheet->canvas, "Document");
  put_title (&kit);
  if (!put_items (&kit, cancellable, error))
    return NULL;
  put_review (&kit);
  ik_pdf_canvas_end_tag (sheet->canvas);
  ik_report_sheet_draw_frames (sheet, &frame);

  return ik_pdf_canvas_finish (sheet->canvas, &metadata, error) ? ik_report_output_steal (memory)
                                                                : NULL;
}
