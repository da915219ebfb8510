#include "ik-review-remarks.h"

#include "ik-note-lint.h"
#include "ik-settings.h"

#include <glib/gi18n.h>

/* All notes are looked at, so only once nothing has changed for so long. */
#define REST_MS 500

/**
 * IkReviewRemarks:
 *
 * How many notes of an interview may hold things that are not job-related, with
 * the way to each. Not seen where there are none, where the interview can't be
 * changed any more, and where the person doesn't want notes to be marked. Main
 * loop only.
 */
struct _IkReviewRemarks
{
  AdwBin             parent_instance;

  GtkLabel          *label;

  const IkInterview *interview; /* (nullable) (unowned): of the page */
  guint              rest_id;
};

G_DEFINE_FINAL_TYPE (IkReviewRemarks, ik_review_remarks, ADW_TYPE_BIN)

static gboolean
is_marked (const char *text)
{
  g_autoptr(GArray) marks = ik_note_lint_check (ik_note_lint_get_default (), text,
                                                g_get_language_names ());

  return marks->len > 0;
}

static gboolean
are_marked (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      if (is_marked (((const IkNote *) notes->pdata[i])->text))
        return TRUE;
    }

  return FALSE;
}

/* Parts as the page calls them. */
static const char *
find_in (const IkInterview *interview,
         guint              index)
{
  const IkInterviewItem *item;

  if (index == interview->items->len)
    return is_marked (interview->summary) ? "summary"
                                          : are_marked (interview->notes) ? "general" : NULL;

  item = interview->items->pdata[index];
  return are_marked (item->notes) ? "note" : is_marked (item->evidence) ? "evidence" : NULL;
}

static guint
count (const IkInterview *interview)
{
  guint n = 0;

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      n += are_marked (item->notes) ? 1 : 0;
      n += is_marked (item->evidence) ? 1 : 0;
    }

  return n + (is_marked (interview->summary) ? 1 : 0) + (are_marked (interview->notes) ? 1 : 0);
}

static gboolean
are_wanted (void)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  return settings == NULL || g_settings_get_boolean (settings, "mark-notes");
}

static gboolean
rest_cb (gpointer data)
{
  IkReviewRemarks *self = data;
  guint n = are_wanted () ? count (self->interview) : 0;
  g_autofree char *text = NULL;

  self->rest_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return G_SOURCE_REMOVE;

  text = g_strdup_printf (ngettext ("%u note may hold things that are not job-related.",
                                    "%u notes may hold things that are not job-related.", n), n);
  gtk_label_set_text (self->label, text);

  return G_SOURCE_REMOVE;
}

static void
ik_review_remarks_dispose (GObject *object)
{
  g_clear_handle_id (&IK_REVIEW_REMARKS (object)->rest_id, g_source_remove);

  G_OBJECT_CLASS (ik_review_remarks_parent_class)->dispose (object);
}

static void
ik_review_remarks_class_init (IkReviewRemarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_review_remarks_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-review-remarks.ui");
  gtk_widget_class_bind_template_child (widget_class, IkReviewRemarks, label);
}

static void
ik_review_remarks_init (IkReviewRemarks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_review_remarks_set_interview:
 * @self: remarks
 * @interview: an interview, which stays until the next one is set
 *
 * Looks at the notes of @interview as soon as nothing changes for a moment. To
 * be called after each change.
 */
void
ik_review_remarks_set_interview (IkReviewRemarks   *self,
                                 const IkInterview *interview)
{
  g_return_if_fail (IK_IS_REVIEW_REMARKS (self));

  self->interview = interview;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (interview->state == IK_INTERVIEW_STATE_HANDED_IN)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

/**
 * ik_review_remarks_find_next:
 * @interview: an interview
 * @from: index of an item, or the number of items for the end of the review
 * @out_index: (out): the same of the place that was found
 *
 * Looks for the next note with wording that is not job-related, after @from and
 * in a circle.
 *
 * Returns: (nullable): "note", "evidence", "summary" or "general"; %NULL where
 *   there is none
 */
const char *
ik_review_remarks_find_next (const IkInterview *interview,
                             guint              from,
                             guint             *out_index)
{
  guint n_places = interview->items->len + 1;

  for (guint n = 1; n <= n_places; n++)
    {
      guint index = (from + n) % n_places;
      const char *part = find_in (interview, index);

      if (part == NULL)
        continue;
      *out_index = index;
      return part;
    }

  return NULL;
}
