#include "ik-candidates-page.h"

#include "ik-candidate-view.h"
#include "ik-candidates.h"
#include "ik-dialogs.h"
#include "ik-list-click.h"
#include "ik-navigator.h"
#include "ik-page-header.h"
#include "ik-stack.h"
#include "ik-toast.h"
#include "ik-value.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkCandidatesPage:
 *
 * All candidates with their state, and the one at hand beside the list.
 */
struct _IkCandidatesPage
{
  IkPage              parent_instance;

  IkNavigator        *navigator;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkStack           *detail;
  IkCandidateView    *view;

  GListStore         *store;       /* (owned) (element-type IkValue) of IkCandidate */
  char               *selected_id; /* (nullable): to show when it is there */
};

G_DEFINE_FINAL_TYPE (IkCandidatesPage, ik_candidates_page, IK_TYPE_PAGE)

static gpointer
list_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_candidates_list (library, cancellable, error);
}

static const IkCandidate *
get_candidate (IkCandidatesPage *self,
               guint             position)
{
  g_autoptr(IkValue) value = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return value != NULL ? ik_value_get (value) : NULL;
}

static void
show_candidate (IkCandidatesPage *self,
                guint             position)
{
  const IkCandidate *candidate = get_candidate (self, position);

  if (candidate == NULL)
    return;

  g_free (self->selected_id);
  self->selected_id = g_strdup (candidate->id);
  gtk_single_selection_set_selected (self->selection, position);
  ik_candidate_view_show (self->view, candidate->id);
  ik_stack_show (self->detail, "candidate");
}

static void
activate_cb (IkCandidatesPage *self,
             guint             position)
{
  show_candidate (self, position);
  ik_navigator_show (self->navigator, GTK_WIDGET (self->detail));
}

/* The one that was shown is still, wherever it stands now. */
static void
restore_selection (IkCandidatesPage *self)
{
  guint n_candidates = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; self->selected_id != NULL && i < n_candidates; i++)
    {
      const IkCandidate *candidate = get_candidate (self, i);

      if (candidate != NULL && g_str_equal (candidate->id, self->selected_id))
        {
          show_candidate (self, i);
          return;
        }
    }

  g_clear_pointer (&self->selected_id, g_free);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  ik_stack_show (self->detail, "none");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkCandidatesPage *self = IK_CANDIDATES_PAGE (source);
  g_autoptr(GError) error = NULL;
  GPtrArray *candidates = ik_job_run_finish (result, &error);

  if (candidates == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  ik_stack_show (self->stack, candidates->len > 0 ? "list" : "empty");
  ik_value_fill_store (self->store, candidates, (GDestroyNotify) ik_candidate_free);
  restore_selection (self);
}

static gpointer
add_job (IkLibrary     *library,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new (data);

  if (!ik_candidates_save (library, candidate, cancellable, error))
    return NULL;

  return g_strdup (candidate->id);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkCandidatesPage *self = IK_CANDIDATES_PAGE (source);
  g_autoptr(GError) error = NULL;
  char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_free (self->selected_id);
  self->selected_id = id;
  ik_page_reload (IK_PAGE (self));
  ik_navigator_show (self->navigator, GTK_WIDGET (self->detail));
}

static void
name_asked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  char *name = ik_dialogs_ask_text_finish (result);

  if (name != NULL)
    ik_page_write (IK_PAGE (source), add_job, name, g_free, g_free, added_cb);
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  if (ik_page_get_library (IK_PAGE (widget)) != NULL)
    ik_dialogs_ask_text_async (widget, _("Name of the Candidate"), "", _("_Add"), name_asked_cb,
                               NULL);
}

/* By the role of the person that is shown, or the first role there is. */
static void
compare (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkCandidatesPage *self = IK_CANDIDATES_PAGE (widget);
  const IkCandidate *candidate = get_candidate (self,
                                                gtk_single_selection_get_selected (self->selection));

  gtk_widget_activate_action (widget, "win.compare", "s",
                              candidate != NULL ? candidate->role : "");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          IkCandidatesPage         *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                  NULL);
  GtkWidget *detail = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                                    "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (box, "live-item");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         IkCandidatesPage         *self)
{
  const IkCandidate *candidate = ik_value_get (gtk_list_item_get_item (list_item));
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  const char *state = ik_words_for_candidate_state (candidate->state);
  g_autofree char *detail = *candidate->role != '\0'
                            ? g_strdup_printf ("%s · %s", state, candidate->role)
                            : g_strdup (state);
  g_autofree char *accessible = g_strdup_printf ("%s, %s", candidate->name, detail);

  gtk_label_set_text (GTK_LABEL (name), candidate->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

static void
ik_candidates_page_load (IkPage *page)
{
  IkCandidatesPage *self = IK_CANDIDATES_PAGE (page);

  ik_page_set_library (IK_PAGE (self->view), ik_page_get_library (page));
  ik_page_load (page, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, listed_cb);
}

static void
ik_candidates_page_finalize (GObject *object)
{
  IkCandidatesPage *self = IK_CANDIDATES_PAGE (object);

  g_clear_object (&self->store);
  g_free (self->selected_id);

  G_OBJECT_CLASS (ik_candidates_page_parent_class)->finalize (object);
}

static void
ik_candidates_page_class_init (IkCandidatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_CANDIDATE_VIEW);
  g_type_ensure (IK_TYPE_NAVIGATOR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);

  G_OBJECT_CLASS (klass)->finalize = ik_candidates_page_finalize;
  IK_PAGE_CLASS (klass)->load = ik_candidates_page_load;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-candidates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkCandidatesPage, navigator);
  gtk_widget_class_bind_template_child (widget_class, IkCandidatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkCandidatesPage, list);
  gtk_widget_class_bind_template_child (widget_class, IkCandidatesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, IkCandidatesPage, detail);
  gtk_widget_class_bind_template_child (widget_class, IkCandidatesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_install_action (widget_class, "candidates.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "candidates.compare", NULL, compare);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "candidates.compare",
                                       NULL);
}

static void
ik_candidates_page_init (IkCandidatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_list_click_init (self->list);
  self->store = g_list_store_new (IK_TYPE_VALUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->store));
}
