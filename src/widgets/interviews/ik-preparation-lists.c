#include "ik-preparation-lists.h"

#include "ik-boxed-list.h"
#include "ik-earlier-interview.h"
#include "ik-guidance-view.h"
#include "ik-interview.h"
#include "ik-point-list.h"
#include "ik-rich-view.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* As much of a question as tells which one it is. */
#define MAX_PROMPT_CHARS 300

static GtkWidget *
create_row (GType       type,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = g_object_new (type, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set (row, "subtitle", subtitle, NULL);

  return row;
}

static void
append (GString    *text,
        const char *part)
{
  if (text->len > 0 && *part != '\0')
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static GtkWidget *
create_text (const char *text)
{
  GtkWidget *view = g_object_new (IK_TYPE_RICH_VIEW, "visible", *text != '\0', NULL);

  ik_rich_view_set_text (IK_RICH_VIEW (view), text);

  return view;
}

static GtkWidget *
create_points (const char *title,
               GPtrArray  *points) /* element-type utf8 */
{
  GtkWidget *list = g_object_new (IK_TYPE_POINT_LIST, "title", title, NULL);

  ik_point_list_set_points (IK_POINT_LIST (list), points);

  return list;
}

static GPtrArray *
list_indicators (const IkInterviewItem *item,
                 IkIndicatorSide        side)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      if (indicator->side == side)
        g_ptr_array_add (texts, indicator->text);
    }

  return texts;
}

/* All that there is to a question, with what belongs to the answer. */
static GtkWidget *
create_content (const IkInterviewItem *item)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *guidance = g_object_new (IK_TYPE_GUIDANCE_VIEW, "reference-visible", TRUE,
                                      "show-keys", FALSE, NULL);
  g_autoptr(GPtrArray) positive = list_indicators (item, IK_INDICATOR_POSITIVE);
  g_autoptr(GPtrArray) red_flags = list_indicators (item, IK_INDICATOR_RED_FLAG);
  gboolean is_long = g_utf8_strlen (item->candidate.prompt, -1) > MAX_PROMPT_CHARS;

  gtk_widget_add_css_class (content, "question-content");
  gtk_box_append (GTK_BOX (content), create_text (is_long ? item->candidate.prompt : ""));
  gtk_box_append (GTK_BOX (content), create_text (item->candidate.details));
  gtk_box_append (GTK_BOX (content), create_points ("", item->candidate.sub_questions));
  ik_guidance_view_set_item (IK_GUIDANCE_VIEW (guidance), item);
  gtk_box_append (GTK_BOX (content), guidance);
  gtk_box_append (GTK_BOX (content), create_points (_("Listen for"), positive));
  gtk_box_append (GTK_BOX (content), create_points (_("Red flags"), red_flags));

  return content;
}

/* Most are never opened. */
static void
expanded_cb (AdwExpanderRow  *row,
             GParamSpec      *pspec,
             IkInterviewItem *item)
{
  GtkWidget *content;

  g_signal_handlers_disconnect_by_func (row, expanded_cb, item);
  content = create_content (item);
  adw_expander_row_add_row (row, content);
  /* It is read, and has nothing to be chosen. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (content)), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (content)), FALSE);
}

static void
free_item (gpointer  item,
           GClosure *closure)
{
  ik_interview_item_free (item);
}

static GtkWidget *
create_question (const IkInterviewItem *item,
                 guint                  number)
{
  g_autofree char *prompt = ik_rich_text_dup_plain (item->candidate.prompt, MAX_PROMPT_CHARS);
  /* Translators: number and text of a question */
  g_autofree char *title = g_strdup_printf (_("%u. %s"), number, prompt);
  g_autofree char *minutes = g_strdup_printf (_("%u min"), item->minutes);
  g_autoptr(GString) subtitle = g_string_new (item->section);
  GtkWidget *row;

  append (subtitle, minutes);
  if (!item->required)
    append (subtitle, _("optional"));
  row = create_row (ADW_TYPE_EXPANDER_ROW, title, subtitle->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb),
                         ik_interview_item_copy (item), free_item, 0);

  return row;
}

/* Shows the questions of a plan, in order; each opens to be read in full. */
void
ik_preparation_fill_questions (GtkListBox *list,
                               GPtrArray  *items) /* element-type IkInterviewItem */
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (rows, create_question (items->pdata[i], i + 1));
  ik_boxed_list_replace (list, rows);
}

static GtkWidget *
create_earlier (const IkEarlierInterview *earlier,
                gint64                    now_us)
{
  g_autofree char *when = ik_words_format_time (earlier->started_at_us, now_us);
  g_autoptr(GString) subtitle = g_string_new (earlier->round);
  GtkWidget *row;

  append (subtitle, earlier->interviewer_name);
  append (subtitle, when);
  row = create_row (ADW_TYPE_EXPANDER_ROW, earlier->set_title, subtitle->str);
  for (guint i = 0; i < earlier->asked->len; i++)
    {
      g_autofree char *prompt = ik_rich_text_dup_plain (earlier->asked->pdata[i], MAX_PROMPT_CHARS);
      GtkWidget *asked = create_row (ADW_TYPE_ACTION_ROW, prompt, "");

      adw_action_row_set_title_lines (ADW_ACTION_ROW (asked), 0);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), asked);
    }
  if (earlier->asked->len == 0)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              create_row (ADW_TYPE_ACTION_ROW, _("No question was asked"), ""));

  return row;
}

/* Shows what a candidate was asked before, by whom and when. */
void
ik_preparation_fill_earlier (GtkListBox *list,
                             GPtrArray  *earlier, /* element-type IkEarlierInterview */
                             gint64      now_us)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < earlier->len; i++)
    g_ptr_array_add (rows, create_earlier (earlier->pdata[i], now_us));
  ik_boxed_list_replace (list, rows);
}
