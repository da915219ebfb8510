#include "ik-preparation-lists.h"

#include "ik-earlier-interview.h"
#include "ik-interview.h"
#include "ik-rich-view.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* As much of a question as tells which one it is. */
#define MAX_PROMPT_CHARS 300

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

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
  row = create_row (ADW_TYPE_ACTION_ROW, title, subtitle->str);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

/* Shows the questions of a plan, in order. */
void
ik_preparation_fill_questions (GtkListBox *list,
                               GPtrArray  *items) /* element-type IkInterviewItem */
{
  clear (list);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (list, create_question (items->pdata[i], i + 1));
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
  clear (list);
  for (guint i = 0; i < earlier->len; i++)
    gtk_list_box_append (list, create_earlier (earlier->pdata[i], now_us));
}
