#include "ik-bank-searches.h"

#include <glib/gi18n.h>

#include "ik-dialogs.h"
#include "ik-searches.h"
#include "ik-toast.h"

/**
 * IkBankSearches:
 *
 * A button with the searches that are kept: each is shown, renamed or deleted.
 * They are read when the list is opened. Emits "chosen" with the
 * #IkQuestionFilter of one that a person wants to see; "bank.save-search" is an
 * action of the page around it. Main loop only.
 */
struct _IkBankSearches
{
  IkPage         parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkWidget     *nothing;
  GtkWidget     *scroller;
  GtkBox        *list;
  GtkWidget     *save_button;

  GPtrArray     *searches;   /* owned, nullable; element-type IkSavedSearch */
  gboolean       is_opening; /* the first of them gets the focus */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankSearches, ik_bank_searches, IK_TYPE_PAGE)

/* Listing */

static const IkSavedSearch *
find_search (IkBankSearches *self,
             const char     *id)
{
  for (guint i = 0; self->searches != NULL && i < self->searches->len; i++)
    {
      const IkSavedSearch *search = self->searches->pdata[i];

      if (g_str_equal (search->id, id))
        return search;
    }

  return NULL;
}

static GtkWidget *
create_name_button (const IkSavedSearch *search)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (search->name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, search->name);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "bank-searches.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", search->id);

  return button;
}

static GtkWidget *
create_icon_button (const IkSavedSearch *search,
                    const char          *icon_name,
                    const char          *tooltip,
                    const char          *label_format,
                    const char          *action_name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  g_autoptr(GString) label = g_string_new (label_format);

  g_string_replace (label, "%s", search->name, 1);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label->str, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", search->id);

  return button;
}

static GtkWidget *
create_line (const IkSavedSearch *search)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (line), create_name_button (search));
  gtk_box_append (GTK_BOX (line),
                  create_icon_button (search, "document-edit-symbolic", _("Rename"),
                                      _("Rename “%s”"), "bank-searches.rename"));
  gtk_box_append (GTK_BOX (line),
                  create_icon_button (search, "user-trash-symbolic", _("Delete"),
                                      _("Delete “%s”"), "bank-searches.remove"));

  return line;
}

static void
focus_first (IkBankSearches *self)
{
  if (self->searches->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->save_button);
}

static void
fill (IkBankSearches *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, line);
  for (guint i = 0; i < self->searches->len; i++)
    gtk_box_append (self->list, create_line (self->searches->pdata[i]));

  gtk_widget_set_visible (self->nothing, self->searches->len == 0);
  gtk_widget_set_visible (self->scroller, self->searches->len > 0);
  if (self->is_opening)
    focus_first (self);
  self->is_opening = FALSE;
}

static gpointer
list_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_searches_list (library, cancellable, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkBankSearches *self = IK_BANK_SEARCHES (source);
  g_autoptr(GError) error = NULL;
  GPtrArray *searches = ik_job_run_finish (result, &error);

  if (searches == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->searches, g_ptr_array_unref);
  self->searches = searches;
  fill (self);
}

static void
ik_bank_searches_load (IkPage *page)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (IK_BANK_SEARCHES (page)->popover)))
    ik_page_load (page, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, listed_cb);
}

static void
opened_cb (IkBankSearches *self)
{
  self->is_opening = TRUE;
  ik_page_reload (IK_PAGE (self));
}

/* The focus must not stay in what is no longer seen: no key would do anything. */
static void
close_list (IkBankSearches *self)
{
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

/* Saving */

/* A search on its way to the library. */
typedef struct
{
  char             *id;           /* owned, nullable: of one that is renamed or deleted */
  char             *name;         /* owned, nullable: the new one */
  IkQuestionFilter *filter;       /* owned, nullable: of one that is saved */
  gboolean          is_replacing; /* one of the same name goes */
  gboolean          is_taken;     /* by a search that was not to be replaced */
} Saving;

static void
saving_clear (Saving *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->filter, ik_question_filter_free);
}

static void
saving_unref (Saving *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) saving_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_unref)

/* That the name is taken is an answer, not a failure: the person is asked. */
static gpointer
save_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Saving *saving = data;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *id = saving->is_replacing
                        ? ik_searches_replace (library, saving->name, saving->filter, cancellable,
                                               &local_error)
                        : ik_searches_add (library, saving->name, saving->filter, cancellable,
                                           &local_error);

  saving->is_taken = g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  if (id != NULL || saving->is_taken)
    return g_atomic_rc_box_acquire (saving);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void start_saving (IkBankSearches *self,
                          Saving         *saving);

static void
replace_confirmed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;

  if (!ik_dialogs_confirm_finish (result))
    return;

  saving->is_replacing = TRUE;
  start_saving (IK_BANK_SEARCHES (source), g_steal_pointer (&saving));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Saving) saving = ik_job_run_finish (result, &error);
  g_autofree char *heading = NULL;

  if (saving == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      return;
    }
  if (!saving->is_taken)
    {
      ik_toast_show_undo (GTK_WIDGET (source), _("Search saved"));
      return;
    }

  heading = g_strdup_printf (_("Replace “%s”?"), saving->name);
  ik_dialogs_confirm_async (GTK_WIDGET (source), heading,
                            _("There is a saved search of this name already. "
                              "What is searched for now takes its place."),
                            _("_Replace"), replace_confirmed_cb, g_steal_pointer (&saving));
}

/* Takes @saving. */
static void
start_saving (IkBankSearches *self,
              Saving         *saving)
{
  ik_page_write (IK_PAGE (self), save_job, saving, (GDestroyNotify) saving_unref,
                 (GDestroyNotify) saving_unref, saved_cb);
}

static void
name_asked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;

  saving->name = ik_dialogs_ask_text_finish (result);
  if (saving->name != NULL)
    start_saving (IK_BANK_SEARCHES (source), g_steal_pointer (&saving));
}

/* Showing, renaming, deleting */

static void
show (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkBankSearches *self = IK_BANK_SEARCHES (widget);
  const IkSavedSearch *search = find_search (self, g_variant_get_string (parameter, NULL));

  if (search == NULL)
    return;

  close_list (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, search->filter);
}

static gpointer
rename_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Saving *saving = data;

  return ik_searches_rename (library, saving->id, saving->name, cancellable, error)
         ? g_atomic_rc_box_acquire (saving) : NULL;
}

static void
show_done (GObject      *source,
           GAsyncResult *result,
           const char   *sentence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Saving) saving = ik_job_run_finish (result, &error);

  if (saving != NULL)
    ik_toast_show_undo (GTK_WIDGET (source), sentence);
  else
    ik_toast_show_error (GTK_WIDGET (source), error);
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  show_done (source, result, _("Saved search renamed"));
}

static void
new_name_asked_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;

  saving->name = ik_dialogs_ask_text_finish (result);
  if (saving->name != NULL)
    ik_page_write (IK_PAGE (source), rename_job, g_steal_pointer (&saving),
                   (GDestroyNotify) saving_unref, (GDestroyNotify) saving_unref, renamed_cb);
}

static void
rename_search (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  IkBankSearches *self = IK_BANK_SEARCHES (widget);
  const IkSavedSearch *search = find_search (self, g_variant_get_string (parameter, NULL));
  Saving *saving;

  if (search == NULL)
    return;

  close_list (self);
  saving = g_atomic_rc_box_new0 (Saving);
  saving->id = g_strdup (search->id);
  ik_dialogs_ask_text_async (widget, _("Rename Saved Search"), search->name, _("_Rename"),
                             new_name_asked_cb, saving);
}

static gpointer
remove_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Saving *saving = data;

  return ik_searches_remove (library, saving->id, cancellable, error)
         ? g_atomic_rc_box_acquire (saving) : NULL;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  show_done (source, result, _("Saved search deleted"));
}

/* The list closes, so that nothing stands between the person and the toast. */
static void
remove_search (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  Saving *saving = g_atomic_rc_box_new0 (Saving);

  close_list (IK_BANK_SEARCHES (widget));
  saving->id = g_variant_dup_string (parameter, NULL);
  ik_page_write (IK_PAGE (widget), remove_job, saving, (GDestroyNotify) saving_unref,
                 (GDestroyNotify) saving_unref, removed_cb);
}

static void
ik_bank_searches_finalize (GObject *object)
{
  IkBankSearches *self = IK_BANK_SEARCHES (object);

  g_clear_pointer (&self->searches, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_bank_searches_parent_class)->finalize (object);
}

static void
ik_bank_searches_class_init (IkBankSearchesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_bank_searches_finalize;
  IK_PAGE_CLASS (klass)->load = ik_bank_searches_load;

  /* The filter, an IkQuestionFilter, of a search that is to be shown. */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", IK_TYPE_BANK_SEARCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-bank-searches.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankSearches, button);
  gtk_widget_class_bind_template_child (widget_class, IkBankSearches, popover);
  gtk_widget_class_bind_template_child (widget_class, IkBankSearches, nothing);
  gtk_widget_class_bind_template_child (widget_class, IkBankSearches, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkBankSearches, list);
  gtk_widget_class_bind_template_child (widget_class, IkBankSearches, save_button);

  gtk_widget_class_install_action (widget_class, "bank-searches.show", "s", show);
  gtk_widget_class_install_action (widget_class, "bank-searches.rename", "s", rename_search);
  gtk_widget_class_install_action (widget_class, "bank-searches.remove", "s", remove_search);
}

static void
ik_bank_searches_init (IkBankSearches *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "map", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

void
ik_bank_searches_open (IkBankSearches *self)
{
  g_return_if_fail (IK_IS_BANK_SEARCHES (self));

  gtk_menu_button_popup (self->button);
}

/**
 * ik_bank_searches_save:
 * @filter: (transfer full): what is searched for
 *
 * Asks for a name and keeps the search under it, in the place of another of that
 * name only after a question.
 */
void
ik_bank_searches_save (IkBankSearches   *self,
                       IkQuestionFilter *filter)
{
  Saving *saving;

  g_return_if_fail (IK_IS_BANK_SEARCHES (self));
  g_return_if_fail (filter != NULL);

  close_list (self);
  saving = g_atomic_rc_box_new0 (Saving);
  saving->filter = filter;
  ik_dialogs_ask_text_async (GTK_WIDGET (self), _("Save This Search"),
                             filter->query != NULL ? filter->query : "", _("_Save"),
                             name_asked_cb, saving);
}
