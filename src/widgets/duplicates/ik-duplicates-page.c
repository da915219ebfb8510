#include "ik-duplicates-page.h"

#include "ik-adaptive-bin.h"
#include "ik-duplicate-card.h"
#include "ik-duplicates.h"
#include "ik-key-button.h"
#include "ik-page-header.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/* How often the bar moves while the bank is searched. */
#define TICK_MS 100

/* How far a search is: written by its thread, read by the page. */
typedef struct
{
  gint n_done;     /* atomic */
  gint n_all;      /* atomic */
  gint is_stopped; /* atomic */
} Progress;

/* Two questions that may be the same. */
typedef struct
{
  const IkDuplicate *sides[2]; /* owned by IkDuplicatesPage.groups */
} Pair;

/**
 * IkDuplicatesPage:
 *
 * The questions of the bank that ask the same, two at a time and side by side, to
 * merge or to keep. What is decided here leaves the list; any other change of the
 * library, an undo for instance, has it made anew.
 */
struct _IkDuplicatesPage
{
  IkPage           parent_instance;

  /* Template */
  IkPageHeader    *header;
  GtkStack        *stack;
  GtkProgressBar  *progress_bar;
  AdwStatusPage   *nothing;
  GtkBox          *sides;
  IkDuplicateCard *left;
  IkDuplicateCard *right;
  GtkCheckButton  *guidance;
  GtkWidget       *next_button;

  GPtrArray       *groups;     /* (owned) (nullable) (element-type GPtrArray): of IkDuplicate */
  GArray          *pairs;      /* (owned) (element-type Pair): that nothing was decided about */
  guint            current;    /* of @pairs */
  Progress        *progress;   /* (owned) (nullable): of the search that goes on */
  guint            tick_id;    /* 0 where none goes on */
  gboolean         is_wanted;  /* somebody came here */
  gboolean         is_own;     /* the next change of the library */
  gboolean         is_writing;
};

G_DEFINE_FINAL_TYPE (IkDuplicatesPage, ik_duplicates_page, IK_TYPE_PAGE)

/* What is shown */

static void
show_nothing (IkDuplicatesPage *self,
              const char       *title,
              const char       *description)
{
  ik_page_header_set_subtitle (self->header, "");
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, description);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_pair (IkDuplicatesPage *self)
{
  gboolean was_shown = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pair");
  g_autofree char *place = NULL;
  const Pair *pair;

  if (self->pairs->len == 0)
    {
      show_nothing (self, _("No Duplicates"),
                    _("No two questions of the bank ask the same, as far as their words tell."));
      return;
    }

  self->current = MIN (self->current, self->pairs->len - 1);
  pair = &g_array_index (self->pairs, Pair, self->current);
  ik_duplicate_card_set (self->left, pair->sides[0], pair->sides[1]);
  ik_duplicate_card_set (self->right, pair->sides[1], pair->sides[0]);
  place = g_strdup_printf (_("%u of %u"), self->current + 1, self->pairs->len);
  ik_page_header_set_subtitle (self->header, place);
  gtk_stack_set_visible_child_name (self->stack, "pair");
  if (!was_shown && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->next_button);
}

static void
fill_pairs (IkDuplicatesPage *self)
{
  g_array_set_size (self->pairs, 0);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const GPtrArray *group = self->groups->pdata[i];

      for (guint j = 1; j < group->len; j++)
        {
          Pair pair = { { group->pdata[0], group->pdata[j] } };

          g_array_append_val (self->pairs, pair);
        }
    }
}

/* Search */

static gboolean
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  Progress *progress = data;

  g_atomic_int_set (&progress->n_done, (gint) n_done);
  g_atomic_int_set (&progress->n_all, (gint) n_all);

  return g_atomic_int_get (&progress->is_stopped) == 0;
}

static gpointer
find_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_duplicates_find (library, progress_cb, data, cancellable, error);
}

static gboolean
tick_cb (gpointer user_data)
{
  IkDuplicatesPage *self = user_data;
  gint n_all = g_atomic_int_get (&self->progress->n_all);

  if (n_all > 0)
    gtk_progress_bar_set_fraction (self->progress_bar,
                                   (double) g_atomic_int_get (&self->progress->n_done) / n_all);

  return G_SOURCE_CONTINUE;
}

static void
end_search (IkDuplicatesPage *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkDuplicatesPage *self = IK_DUPLICATES_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) groups = ik_job_run_finish (result, &error);
  gboolean is_stopped = self->progress != NULL && g_atomic_int_get (&self->progress->is_stopped);

  /* Another search took its place, or the page is gone. */
  if (groups == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !is_stopped)
    return;

  end_search (self);
  if (groups == NULL)
    {
      show_nothing (self, is_stopped ? _("Search Stopped") : _("Search Failed"),
                    is_stopped ? "" : error->message);
      return;
    }

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  fill_pairs (self);
  show_pair (self);
}

static void
start_search (IkDuplicatesPage *self)
{
  end_search (self);
  self->progress = g_atomic_rc_box_new0 (Progress);
  self->tick_id = g_timeout_add (TICK_MS, tick_cb, self);
  if (self->groups == NULL)
    {
      gtk_progress_bar_set_fraction (self->progress_bar, 0);
      gtk_stack_set_visible_child_name (self->stack, "searching");
    }

  ik_page_load (IK_PAGE (self), find_job, g_atomic_rc_box_acquire (self->progress),
                (GDestroyNotify) g_atomic_rc_box_release, (GDestroyNotify) g_ptr_array_unref,
                found_cb);
}

static void
ik_duplicates_page_load (IkPage *page)
{
  IkDuplicatesPage *self = IK_DUPLICATES_PAGE (page);
  gboolean is_own = self->is_own;

  self->is_own = FALSE;
  if (self->is_wanted && (!is_own || self->progress != NULL))
    start_search (self);
}

static void
stop (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkDuplicatesPage *self = IK_DUPLICATES_PAGE (widget);

  if (self->progress != NULL)
    g_atomic_int_set (&self->progress->is_stopped, 1);
}

static void
search_again (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ik_duplicates_page_search (IK_DUPLICATES_PAGE (widget));
}

/* Decisions */

typedef struct
{
  char     *kept_id;
  char     *other_id;
  gboolean  merges;
  gboolean  with_guidance;
} Decision;

static void
decision_free (Decision *self)
{
  g_free (self->kept_id);
  g_free (self->other_id);
  g_free (self);
}

static gpointer
decide_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Decision *decision = data;
  gboolean is_done = decision->merges
    ? ik_duplicates_merge (library, decision->kept_id, decision->other_id,
                           decision->with_guidance, cancellable, error)
    : ik_duplicates_keep_both (library, decision->kept_id, decision->other_id, cancellable, error);

  return GINT_TO_POINTER (is_done);
}

static void
decided (IkDuplicatesPage *self,
         GAsyncResult     *result,
         const char       *sentence)
{
  g_autoptr(GError) error = NULL;

  self->is_writing = FALSE;
  if (ik_job_run_finish (result, &error) != NULL)
    {
      ik_toast_show_undo (GTK_WIDGET (self), sentence);
      return;
    }

  ik_toast_show_error (GTK_WIDGET (self), error);
  self->is_own = FALSE;
  ik_page_reload (IK_PAGE (self));
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  decided (IK_DUPLICATES_PAGE (source), result, _("Two questions merged"));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  decided (IK_DUPLICATES_PAGE (source), result, _("Both questions kept"));
}

static void
decide (IkDuplicatesPage  *self,
        const IkDuplicate *kept,
        const IkDuplicate *other,
        gboolean           merges)
{
  Decision *decision = g_new0 (Decision, 1);

  decision->kept_id = g_strdup (kept->id);
  decision->other_id = g_strdup (other->id);
  decision->merges = merges;
  decision->with_guidance = gtk_check_button_get_active (self->guidance);
  self->is_own = TRUE;
  self->is_writing = TRUE;
  ik_page_write (IK_PAGE (self), decide_job, decision, (GDestroyNotify) decision_free, NULL,
                 merges ? merged_cb : kept_cb);
}

/* Whatever was to be compared with a question that is gone is compared with the
 * one that it became a part of. */
static void
take_place (IkDuplicatesPage  *self,
            const IkDuplicate *kept,
            const IkDuplicate *gone)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      Pair *pair = &g_array_index (self->pairs, Pair, i);

      for (guint j = 0; j < 2; j++)
        {
          if (pair->sides[j] == gone)
            pair->sides[j] = kept;
        }
    }
}

static gboolean
can_decide (IkDuplicatesPage *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pair") &&
         self->progress == NULL && !self->is_writing;
}

static void
merge (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkDuplicatesPage *self = IK_DUPLICATES_PAGE (widget);
  guint side = g_variant_get_uint32 (parameter);
  Pair pair;

  if (!can_decide (self) || side > 1)
    return;

  pair = g_array_index (self->pairs, Pair, self->current);
  decide (self, pair.sides[side], pair.sides[1 - side], TRUE);
  g_array_remove_index (self->pairs, self->current);
  take_place (self, pair.sides[side], pair.sides[1 - side]);
  show_pair (self);
}

static void
keep_both (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkDuplicatesPage *self = IK_DUPLICATES_PAGE (widget);
  Pair pair;

  if (!can_decide (self))
    return;

  pair = g_array_index (self->pairs, Pair, self->current);
  decide (self, pair.sides[0], pair.sides[1], FALSE);
  g_array_remove_index (self->pairs, self->current);
  show_pair (self);
}

/* Behind the last one comes the first, and the other way about. */
static void
move (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkDuplicatesPage *self = IK_DUPLICATES_PAGE (widget);
  guint n = self->pairs->len;

  if (n == 0 || !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pair"))
    return;

  self->current = (self->current + n + (g_variant_get_boolean (parameter) ? 1 : n - 1)) % n;
  show_pair (self);
}

static void
narrow_cb (IkDuplicatesPage *self,
           GParamSpec       *pspec,
           IkAdaptiveBin    *bin)
{
  gboolean is_narrow = ik_adaptive_bin_is_narrow (bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), is_narrow
                                  ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->sides, !is_narrow);
}

static void
ik_duplicates_page_dispose (GObject *object)
{
  IkDuplicatesPage *self = IK_DUPLICATES_PAGE (object);

  if (self->progress != NULL)
    g_atomic_int_set (&self->progress->is_stopped, 1);
  end_search (self);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);

  G_OBJECT_CLASS (ik_duplicates_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, 0, "duplicates.merge", "u", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1, 0, "duplicates.merge", "u", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, 0, "duplicates.merge", "u", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_2, 0, "duplicates.merge", "u", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, 0, "duplicates.keep-both", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "duplicates.move", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "duplicates.move", "b", FALSE);
}

static void
ik_duplicates_page_class_init (IkDuplicatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_duplicates_page_dispose;
  IK_PAGE_CLASS (klass)->load = ik_duplicates_page_load;

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_DUPLICATE_CARD);
  g_type_ensure (IK_TYPE_KEY_BUTTON);
  g_type_ensure (IK_TYPE_PAGE_HEADER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-duplicates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, sides);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, left);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, right);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, guidance);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicatesPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);

  gtk_widget_class_install_action (widget_class, "duplicates.search", NULL, search_again);
  gtk_widget_class_install_action (widget_class, "duplicates.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "duplicates.merge", "u", merge);
  gtk_widget_class_install_action (widget_class, "duplicates.keep-both", NULL, keep_both);
  gtk_widget_class_install_action (widget_class, "duplicates.move", "b", move);
  add_keys (widget_class);
}

static void
ik_duplicates_page_init (IkDuplicatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
}

/**
 * ik_duplicates_page_search:
 *
 * Looks through the bank anew.
 */
void
ik_duplicates_page_search (IkDuplicatesPage *self)
{
  g_return_if_fail (IK_IS_DUPLICATES_PAGE (self));

  self->is_wanted = TRUE;
  self->is_own = FALSE;
  self->current = 0;
  g_array_set_size (self->pairs, 0);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  gtk_stack_set_visible_child_name (self->stack, "searching");
  ik_page_reload (IK_PAGE (self));
}
