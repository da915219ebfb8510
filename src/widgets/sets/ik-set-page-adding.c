#include "ik-set-page-private.h"

#include <glib/gi18n.h>

#include "ik-bank.h"
#include "ik-set-outline.h"
#include "ik-toast.h"

/* Questions on their way from the bank to the set. */
typedef struct
{
  char      *set_id;
  GArray    *rows;     /* element-type gint64 */
  char      *line_id;  /* nullable, for the end */
  gboolean   is_after;
  gboolean   is_last;  /* then the person goes back to the set */
  GPtrArray *found;    /* element-type IkQuestionSummary, nullable; NULL for what is gone */
} Adding;

static void
adding_free (Adding *self)
{
  g_free (self->set_id);
  g_array_unref (self->rows);
  g_free (self->line_id);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self);
}

static IkSetItem *
create_item (const IkQuestionSummary *summary)
{
  g_autoptr(IkQuestion) question = ik_question_new (summary->prompt);

  g_free (question->id);
  question->id = g_strdup (summary->id);
  question->kind = summary->kind;
  question->minutes = summary->minutes;
  g_free (question->level);
  question->level = g_strdup (summary->level);
  question->competency_id = g_strdup (summary->competency_id);

  return ik_set_item_new (question);
}

/* What the set asks already it does not ask twice, and nobody what is archived. */
static GPtrArray *
create_items (const IkQuestionSet *set,
              GPtrArray           *found)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const IkQuestionSummary *summary = g_ptr_array_index (found, i);

      if (summary != NULL && summary->state != IK_QUESTION_STATE_ARCHIVED &&
          ik_question_set_find_question (set, summary->id) == NULL)
        g_ptr_array_add (items, create_item (summary));
    }

  return items;
}

static void
tell (IkSetPage *self,
      guint      n_added)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u question added to the set",
                                                        "%u questions added to the set",
                                                        n_added), n_added);

  if (n_added == 0)
    ik_toast_show (GTK_WIDGET (self), _("Nothing to add: in the set already, or archived"));
  else if (!ik_set_page_shows_set (self))
    ik_toast_show_undo_ahead (GTK_WIDGET (self), text);
}

static gpointer
find_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Adding *adding = data;

  adding->found = ik_bank_load_rows (library, NULL, (const gint64 *) adding->rows->data,
                                     adding->rows->len, cancellable, error);
  return adding->found != NULL ? adding : NULL;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkSetPage *self = IK_SET_PAGE (source);
  IkQuestionSet *set = ik_set_page_get_set (self);
  g_autoptr(GError) error = NULL;
  const Adding *adding = ik_job_run_finish (result, &error);
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *last_id = NULL;
  guint n_items;

  if (adding == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* Meanwhile somebody may have gone to another set. */
  if (set == NULL || !g_str_equal (set->id, adding->set_id))
    return;

  items = create_items (set, adding->found);
  n_items = items->len;
  if (n_items > 0)
    {
      last_id = g_strdup (((IkSetItem *) g_ptr_array_index (items, n_items - 1))->id);
      ik_set_outline_insert_items (set, items, adding->line_id, adding->is_after);
      ik_set_page_commit (self, g_dngettext (NULL, "Add Question", "Add Questions", n_items));
      ik_set_page_reveal (self, last_id);
    }
  tell (self, n_items);
  if (adding->is_last)
    gtk_widget_activate_action (GTK_WIDGET (self), "set.leave-bank", NULL);
}

/* Returns: (nullable): %NULL where there is no set, or nothing to add to it */
static Adding *
create_adding (IkSetPage *self,
               GVariant  *rows)
{
  const IkQuestionSet *set = ik_set_page_get_set (self);
  gsize n_rows;
  const gint64 *values = g_variant_get_fixed_array (rows, &n_rows, sizeof (gint64));
  Adding *adding;

  if (set == NULL || n_rows == 0)
    return NULL;

  adding = g_new0 (Adding, 1);
  adding->set_id = g_strdup (set->id);
  adding->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (adding->rows, values, (guint) n_rows);

  return adding;
}

static void
start (IkSetPage *self,
       Adding    *adding) /* owned */
{
  ik_page_write (IK_PAGE (self), find_job, adding, (GDestroyNotify) adding_free, NULL, found_cb);
}

/* New questions go where the last one is. */
static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  Adding *adding = create_adding (IK_SET_PAGE (widget), parameter);

  if (adding == NULL)
    return;

  adding->is_last = g_str_equal (action_name, "set.add-last");
  start (IK_SET_PAGE (widget), adding);
}

static void
add_at (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  g_autoptr(GVariant) rows = g_variant_get_child_value (parameter, 0);
  Adding *adding = create_adding (IK_SET_PAGE (widget), rows);

  if (adding == NULL)
    return;

  g_variant_get (parameter, "(@axsb)", NULL, &adding->line_id, &adding->is_after);
  start (IK_SET_PAGE (widget), adding);
}

/* What comes from the bank into the set. */
void
ik_set_page_class_install_adding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "set.add", "ax", add);
  gtk_widget_class_install_action (widget_class, "set.add-last", "ax", add);
  gtk_widget_class_install_action (widget_class, "set.add-at", "(axsb)", add_at);
}
