#include "ik-sets-page.h"

#include <glib/gi18n.h>

#include "ik-boxed-list.h"
#include "ik-focus.h"
#include "ik-link-row.h"
#include "ik-navigator.h"
#include "ik-page-header.h"
#include "ik-set-page.h"
#include "ik-sets.h"
#include "ik-stack.h"
#include "ik-toast.h"

/* A usual interview, until the person says otherwise. */
#define DEFAULT_SLOT_MINUTES 60

/**
 * IkSetsPage:
 *
 * The list of question sets, and the page of one set behind it.
 */
struct _IkSetsPage
{
  IkPage       parent_instance;

  /* Template */
  IkNavigator *navigator;
  GtkWidget   *overview;
  GtkStack    *stack;
  GtkListBox  *list;

  IkSetPage   *set_page; /* owned by @navigator, nullable */
};

G_DEFINE_FINAL_TYPE (IkSetsPage, ik_sets_page, IK_TYPE_PAGE)

static char *
describe_set (const IkSetSummary *set)
{
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u question", "%u questions",
                                                         set->n_items), set->n_items);
  g_autofree char *minutes = set->slot_minutes > 0
                             ? g_strdup_printf (_("%u of %u min"), set->planned_minutes,
                                                set->slot_minutes)
                             : g_strdup_printf (_("%u min"), set->planned_minutes);

  if (set->role[0] == '\0')
    return g_strdup_printf ("%s · %s", count, minutes);

  return g_strdup_printf ("%s · %s · %s", set->role, count, minutes);
}

static void
sets_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkSetsPage *self = IK_SETS_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sets = ik_job_run_finish (result, &error);
  gboolean is_first = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading");
  gboolean had_focus = ik_focus_is_within (self->overview);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  if (sets == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; i < sets->len; i++)
    {
      const IkSetSummary *set = g_ptr_array_index (sets, i);
      g_autofree char *subtitle = describe_set (set);

      g_ptr_array_add (rows, ik_link_row_new (set->title, subtitle, "sets.open", set->id));
    }
  ik_boxed_list_replace (self->list, rows);
  ik_stack_show (self->stack, sets->len > 0 ? "sets" : "empty");
  /* Until now there were only the buttons of the header to give it to; a set that
   * has been opened since keeps it. */
  if (is_first && had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static gpointer
list_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_sets_list (library, cancellable, error);
}

static void
ik_sets_page_load (IkPage *page)
{
  IkSetsPage *self = IK_SETS_PAGE (page);

  if (self->set_page != NULL)
    ik_page_set_library (IK_PAGE (self->set_page), ik_page_get_library (page));
  ik_page_load (page, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, sets_loaded_cb);
}

typedef struct
{
  char *pack_id; /* nullable */
  char *title;   /* nullable */
} CreateData;

static void
create_data_free (CreateData *self)
{
  g_free (self->pack_id);
  g_free (self->title);
  g_free (self);
}

static gpointer
create_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const CreateData *create = data;
  g_autoptr(IkQuestionSet) set = NULL;

  if (create->pack_id != NULL)
    {
      const char *pack_ids[] = { create->pack_id, NULL };
      IkSetRequest request = { .title = create->title, .pack_ids = pack_ids, .fit_slot = TRUE };

      set = ik_sets_create (library, &request, cancellable, error);
      return set != NULL ? g_strdup (set->id) : NULL;
    }

  set = ik_question_set_new (_("New question set"));
  set->slot_minutes = DEFAULT_SLOT_MINUTES;
  if (!ik_sets_save (library, set, _("New Question Set"), cancellable, error))
    return NULL;

  return g_strdup (set->id);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      return;
    }

  ik_sets_page_open (IK_SETS_PAGE (source), id);
  ik_toast_show_undo (GTK_WIDGET (source), _("Question set made"));
}

static void
open_set (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ik_sets_page_open (IK_SETS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
ik_sets_page_go_home (IkPage *page)
{
  IkSetsPage *self = IK_SETS_PAGE (page);

  ik_navigator_show (self->navigator, self->overview);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* It may turn out when the window is closed, and has no focus to move. */
static void
set_gone_cb (IkSetsPage *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ik_sets_page_go_home (IK_PAGE (self));
}

static void
ik_sets_page_class_init (IkSetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  IK_PAGE_CLASS (klass)->load = ik_sets_page_load;
  IK_PAGE_CLASS (klass)->go_home = ik_sets_page_go_home;

  g_type_ensure (IK_TYPE_NAVIGATOR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-sets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSetsPage, navigator);
  gtk_widget_class_bind_template_child (widget_class, IkSetsPage, overview);
  gtk_widget_class_bind_template_child (widget_class, IkSetsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkSetsPage, list);

  gtk_widget_class_install_action (widget_class, "sets.open", "s", open_set);
}

static void
ik_sets_page_init (IkSetsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_sets_page_open:
 * @set_id: a question set
 *
 * Shows a set to edit.
 */
void
ik_sets_page_open (IkSetsPage *self,
                   const char *set_id)
{
  g_return_if_fail (IK_IS_SETS_PAGE (self));
  g_return_if_fail (set_id != NULL);

  if (self->set_page == NULL)
    {
      self->set_page = g_object_new (IK_TYPE_SET_PAGE, NULL);
      g_signal_connect_object (self->set_page, "gone", G_CALLBACK (set_gone_cb), self,
                               G_CONNECT_SWAPPED);
      ik_navigator_add (self->navigator, GTK_WIDGET (self->set_page));
      ik_page_set_library (IK_PAGE (self->set_page), ik_page_get_library (IK_PAGE (self)));
    }

  ik_set_page_show (self->set_page, set_id);
  ik_navigator_show (self->navigator, GTK_WIDGET (self->set_page));
}

/**
 * ik_sets_page_create:
 * @pack_id: (nullable): a pack to take all questions of
 * @title: (nullable): title of the set; with a pack only
 *
 * Makes a question set, stores and shows it.
 */
void
ik_sets_page_create (IkSetsPage *self,
                     const char *pack_id,
                     const char *title)
{
  CreateData *data;

  g_return_if_fail (IK_IS_SETS_PAGE (self));

  if (ik_page_get_library (IK_PAGE (self)) == NULL)
    return;

  data = g_new0 (CreateData, 1);
  data->pack_id = g_strdup (pack_id);
  data->title = g_strdup (title);
  ik_page_write (IK_PAGE (self), create_job, data, (GDestroyNotify) create_data_free, g_free,
                 created_cb);
}

/**
 * ik_sets_page_go_to_bank:
 *
 * Goes to the search of the bank beside the set that is in view.
 *
 * Returns: whether a set is in view
 */
gboolean
ik_sets_page_go_to_bank (IkSetsPage *self)
{
  g_return_val_if_fail (IK_IS_SETS_PAGE (self), FALSE);

  if (self->set_page == NULL ||
      !gtk_widget_get_child_visible (GTK_WIDGET (self->set_page)))
    return FALSE;

  ik_set_page_go_to_bank (self->set_page);
  return TRUE;
}
