#include "ik-live-item-row.h"

#include "ik-inscription.h"
#include "ik-rich-view.h"
#include "ik-row-text.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* What fits into a row, and what an assistive tool reads out of it. */
#define MAX_PROMPT_CHARS 160

/**
 * IkLiveItemRow:
 *
 * A question in the list beside the one in focus: what became of it, as a
 * picture and in the words of its accessible label, and its rating.
 */
struct _IkLiveItemRow
{
  AdwBin          parent_instance;

  GtkInscription *section;
  GtkImage       *state;
  IkRowText      *text;
  GtkLabel       *rating;

  guint           index;
};

G_DEFINE_FINAL_TYPE (IkLiveItemRow, ik_live_item_row, ADW_TYPE_BIN)

static void
ik_live_item_row_class_init (IkLiveItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ROW_TEXT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveItemRow, section);
  gtk_widget_class_bind_template_child (widget_class, IkLiveItemRow, state);
  gtk_widget_class_bind_template_child (widget_class, IkLiveItemRow, text);
  gtk_widget_class_bind_template_child (widget_class, IkLiveItemRow, rating);
}

static void
ik_live_item_row_init (IkLiveItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_live_item_row_new:
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ik_live_item_row_new (void)
{
  return g_object_new (IK_TYPE_LIVE_ITEM_ROW, NULL);
}

static const char *
get_icon_name (const IkInterviewItem *item,
               gboolean               is_current)
{
  if (is_current)
    return "media-playback-start-symbolic";

  switch (item->outcome)
    {
    case IK_OUTCOME_ANSWERED:
      return "object-select-symbolic";
    case IK_OUTCOME_PARTLY:
      return "list-remove-symbolic";
    case IK_OUTCOME_NO_EVIDENCE:
      return "window-close-symbolic";
    case IK_OUTCOME_NOT_ASKED:
    default:
      if (item->omitted)
        return "action-unavailable-symbolic";
      return item->n_skipped > 0 ? "media-playlist-repeat-symbolic" : NULL;
    }
}

static const char *
get_state_words (const IkInterviewItem *item)
{
  if (item->omitted)
    return _("Left out");
  if (item->outcome == IK_OUTCOME_NOT_ASKED && ik_interview_item_was_asked (item))
    return _("Asked, no outcome yet");
  if (item->outcome == IK_OUTCOME_NOT_ASKED && item->n_skipped > 0)
    return _("Skipped");

  return ik_words_for_outcome (item->outcome);
}

/* Beside what it would take; what is left out takes nothing any more. */
static char *
dup_detail (const IkInterviewItem *item,
            guint                  index)
{
  if (item->omitted)
    /* Translators: number of a question */
    return g_strdup_printf (_("%u · left out"), index + 1);

  return g_strdup_printf (item->required ? _("%u · %u min") : _("%u · %u min, optional"),
                          index + 1, item->minutes);
}

static char *
dup_rating (const IkInterviewItem *item)
{
  if (item->not_assessed)
    return g_strdup ("–");
  if (ik_interview_item_is_rated (item))
    return g_strdup_printf ("%d", item->rating);

  return ik_interview_item_wants_review (item) ? g_strdup ("?") : g_strdup ("");
}

static char *
dup_rating_words (const IkInterviewItem *item)
{
  if (item->not_assessed)
    return g_strdup (_("not assessed"));
  if (ik_interview_item_is_rated (item))
    return g_strdup_printf (_("rated %d"), item->rating);

  return g_strdup (ik_interview_item_wants_review (item) ? _("not rated yet") : "");
}

static void
update_accessible (IkLiveItemRow         *self,
                   const IkInterviewItem *item,
                   const char            *prompt,
                   gboolean               is_current)
{
  g_autofree char *rating = dup_rating_words (item);
  g_autofree char *label = NULL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  /* Translators: number, question, "current, " or nothing, what became of it,
   * its rating or nothing */
  label = g_strdup_printf (_("Question %u: %s. %s%s %s"), self->index + 1, prompt,
                           is_current ? _("Current, ") : "", get_state_words (item), rating);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent != NULL ? parent : GTK_WIDGET (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static gboolean
opens_section (const IkInterview *interview,
               guint              index)
{
  const IkInterviewItem *item = interview->items->pdata[index];
  const IkInterviewItem *previous = index > 0 ? interview->items->pdata[index - 1] : NULL;

  return *item->section != '\0' &&
         (previous == NULL || !g_str_equal (previous->section, item->section));
}

/**
 * ik_live_item_row_set_item:
 * @self: a row
 * @interview: an interview
 * @index: index of one of its items
 * @is_current: whether that is the one in focus
 *
 * Shows the item as it is now.
 */
void
ik_live_item_row_set_item (IkLiveItemRow     *self,
                           const IkInterview *interview,
                           guint              index,
                           gboolean           is_current)
{
  const IkInterviewItem *item = interview->items->pdata[index];
  g_autofree char *prompt = ik_rich_text_dup_plain (item->candidate.prompt, MAX_PROMPT_CHARS);
  g_autofree char *rating = dup_rating (item);
  g_autofree char *detail = dup_detail (item, index);

  g_return_if_fail (IK_IS_LIVE_ITEM_ROW (self));

  self->index = index;
  gtk_widget_set_visible (GTK_WIDGET (self->section), opens_section (interview, index));
  ik_inscription_set_text (self->section, item->section);
  gtk_image_set_from_icon_name (self->state, get_icon_name (item, is_current));
  ik_row_text_set (self->text, prompt, detail);
  gtk_label_set_text (self->rating, rating);
  gtk_widget_set_visible (GTK_WIDGET (self->rating), *rating != '\0');
  update_accessible (self, item, prompt, is_current);
}

/**
 * ik_live_item_row_get_index:
 * @self: a row
 *
 * Returns: index of the item it shows
 */
guint
ik_live_item_row_get_index (IkLiveItemRow *self)
{
  g_return_val_if_fail (IK_IS_LIVE_ITEM_ROW (self), 0);

  return self->index;
}
