#include "ik-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ik-job.h"
#include "ik-sentence.h"

/* A page with a bar at its bottom has an overlay of its own above that; of pages
 * side by side the last one, which is the wider. In a stack only the page that
 * is shown counts, not the one that fades. */
static AdwToastOverlay *
find_place (GtkWidget *widget)
{
  AdwToastOverlay *found = NULL;

  for (GtkWidget *child = gtk_widget_get_last_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      if (gtk_widget_get_child_visible (child) &&
          (!GTK_IS_STACK (widget) || gtk_stack_get_visible_child (GTK_STACK (widget)) == child))
        found = find_place (child);
    }

  return found == NULL && ADW_IS_TOAST_OVERLAY (widget) ? ADW_TOAST_OVERLAY (widget) : found;
}

/* The overlay around the widget's window, or around the window it is transient
 * for; NULL for a widget that stands in neither. */
static GtkWidget *
find_outer_overlay (GtkWidget *descendant)
{
  GtkRoot *root = gtk_widget_get_root (descendant);
  GtkWidget *overlay = NULL;

  /* One with an overlay of its own, which may cover the other. */
  if (ADW_IS_WINDOW (root) && ADW_IS_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (root))))
    return adw_window_get_content (ADW_WINDOW (root));
  if (GTK_IS_WINDOW (root) && !ADW_IS_APPLICATION_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  if (ADW_IS_APPLICATION_WINDOW (root))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
  if (overlay == NULL)
    overlay = gtk_widget_get_ancestor (descendant, ADW_TYPE_TOAST_OVERLAY);

  return ADW_IS_TOAST_OVERLAY (overlay) ? overlay : NULL;
}

static AdwToastOverlay *
find_overlay (GtkWidget *descendant)
{
  GtkWidget *outer = find_outer_overlay (descendant);

  return outer != NULL ? find_place (outer) : NULL;
}

/* The toast that said what was done last; none queues behind it. */
static GQuark
last_toast_quark (void)
{
  return g_quark_from_static_string ("ik-last-toast");
}

static void
dismiss_last (AdwToastOverlay *overlay)
{
  g_autoptr(AdwToast) toast = g_object_steal_qdata (G_OBJECT (overlay), last_toast_quark ());

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* All toasts of an overlay that were not dismissed yet, those that wait for
 * their turn behind the first one. */
static GQuark
toasts_quark (void)
{
  return g_quark_from_static_string ("ik-toasts");
}

static void
toast_dismissed_cb (AdwToast        *toast,
                    AdwToastOverlay *overlay)
{
  GPtrArray *toasts = g_object_get_qdata (G_OBJECT (overlay), toasts_quark ());

  if (g_object_get_qdata (G_OBJECT (overlay), last_toast_quark ()) == toast)
    g_object_set_qdata (G_OBJECT (overlay), last_toast_quark (), NULL);
  if (toasts != NULL)
    g_ptr_array_remove (toasts, toast);
}

static void
keep_toast (AdwToastOverlay *overlay,
            AdwToast        *toast)
{
  GPtrArray *toasts = g_object_get_qdata (G_OBJECT (overlay), toasts_quark ());

  if (toasts == NULL)
    {
      toasts = g_ptr_array_new_with_free_func (g_object_unref);
      g_object_set_qdata_full (G_OBJECT (overlay), toasts_quark (), toasts,
                               (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (toasts, g_object_ref (toast));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), overlay, 0);
}

/* Those that wait first, or they would come into view one after the other. */
static void
dismiss_toasts (AdwToastOverlay *overlay)
{
  g_autoptr(GPtrArray) toasts = g_object_steal_qdata (G_OBJECT (overlay), toasts_quark ());

  for (guint i = toasts != NULL ? toasts->len : 0; i-- > 0;)
    adw_toast_dismiss (toasts->pdata[i]);
}

static void
dismiss_below (GtkWidget *widget)
{
  if (ADW_IS_TOAST_OVERLAY (widget))
    dismiss_toasts (ADW_TOAST_OVERLAY (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    dismiss_below (child);
}

/* A new toast takes the place of the last one. */
static void
replace_toast (AdwToastOverlay *overlay,
               AdwToast        *toast)
{
  dismiss_last (overlay);
  g_object_set_qdata_full (G_OBJECT (overlay), last_toast_quark (), g_object_ref (toast),
                           g_object_unref);
}

/* libadwaita 1.2 gives the button that closes a toast no name. */
static void
name_close_button (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_button_get_icon_name (GTK_BUTTON (child)) != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _("Dismiss"), -1);
      else
        name_close_button (child);
    }
}

static void
name_close_buttons (AdwToastOverlay *overlay)
{
  GtkWidget *page = adw_toast_overlay_get_child (overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child != page)
        name_close_button (child);
    }
}

/* Returns: (transfer none) (nullable): the toast, none where there is no place. */
static AdwToast *
add_toast (GtkWidget  *descendant,
           const char *title,
           const char *button_label, /* nullable */
           const char *action_name,  /* nullable */
           GVariant   *target,       /* floating, nullable */
           guint       seconds,
           gboolean    replaces)     /* what the last toast said */
{
  g_autoptr(GVariant) owned_target = target != NULL ? g_variant_ref_sink (target) : NULL;
  AdwToastOverlay *overlay = find_overlay (descendant);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return NULL;

  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, seconds);
  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_action_name (toast, action_name);
  adw_toast_set_action_target_value (toast, owned_target);
  if (replaces)
    replace_toast (overlay, toast);
  keep_toast (overlay, toast);
  adw_toast_overlay_add_toast (overlay, toast);
  name_close_buttons (overlay);

  return toast;
}

/* The toast of the window that offers to take back what was recorded last. */
static GQuark
undo_toast_quark (void)
{
  return g_quark_from_static_string ("ik-undo-toast");
}

/* Marks one that stands for what will be recorded next. */
static GQuark
ahead_quark (void)
{
  return g_quark_from_static_string ("ik-ahead");
}

static void
keep_undo_toast (GtkWidget *descendant,
                 AdwToast  *toast, /* nullable */
                 gboolean   is_ahead)
{
  if (toast == NULL)
    return;

  g_object_set_qdata (G_OBJECT (toast), ahead_quark (), GINT_TO_POINTER (is_ahead));
  g_object_set_qdata_full (G_OBJECT (find_outer_overlay (descendant)), undo_toast_quark (),
                           g_object_ref (toast), g_object_unref);
}

/**
 * ik_toast_dismiss:
 *
 * Takes the toast of what was done last away, such as before another page.
 * Toasts of errors stay.
 */
void
ik_toast_dismiss (GtkWidget *descendant)
{
  AdwToastOverlay *overlay;

  g_return_if_fail (GTK_IS_WIDGET (descendant));

  overlay = find_overlay (descendant);
  if (overlay != NULL)
    dismiss_last (overlay);
}

/**
 * ik_toast_dismiss_all:
 *
 * Takes all toasts of the window away, those of errors and those that wait for
 * their turn as well, such as before an interview, which is quiet.
 */
void
ik_toast_dismiss_all (GtkWidget *descendant)
{
  GtkWidget *outer;

  g_return_if_fail (GTK_IS_WIDGET (descendant));

  outer = find_outer_overlay (descendant);
  if (outer != NULL)
    dismiss_below (outer);
}

void
ik_toast_show (GtkWidget  *descendant,
               const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (descendant));
  g_return_if_fail (title != NULL);

  add_toast (descendant, title, NULL, NULL, NULL, 4, TRUE);
}

/**
 * ik_toast_show_undo:
 *
 * Says what was done, with a button that takes it back: until something else is
 * recorded, which the button would take back instead.
 */
void
ik_toast_show_undo (GtkWidget  *descendant,
                    const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (descendant));
  g_return_if_fail (title != NULL);

  keep_undo_toast (descendant,
                   add_toast (descendant, title, _("_Undo"), "win.undo", NULL, 8, TRUE), FALSE);
}

/**
 * ik_toast_show_undo_ahead:
 *
 * Like ik_toast_show_undo() for what is still on its way to the library: the toast
 * stays when that is recorded, and goes with what is recorded after it.
 */
void
ik_toast_show_undo_ahead (GtkWidget  *descendant,
                          const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (descendant));
  g_return_if_fail (title != NULL);

  keep_undo_toast (descendant,
                   add_toast (descendant, title, _("_Undo"), "win.undo", NULL, 8, TRUE), TRUE);
}

/**
 * ik_toast_expire_undo:
 *
 * Takes the toast away whose button takes back what was recorded last: call it when
 * something is recorded.
 */
void
ik_toast_expire_undo (GtkWidget *descendant)
{
  GtkWidget *outer;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (descendant));

  outer = find_outer_overlay (descendant);
  toast = outer != NULL ? g_object_get_qdata (G_OBJECT (outer), undo_toast_quark ()) : NULL;
  if (toast == NULL || g_object_steal_qdata (G_OBJECT (toast), ahead_quark ()) != NULL)
    return;

  adw_toast_dismiss (toast);
  g_object_set_qdata (G_OBJECT (outer), undo_toast_quark (), NULL);
}

/**
 * ik_toast_show_undo_steps:
 * @n_steps: how many changes it was, as the undo stack counts them
 *
 * Says what was done, with a button that takes all of it back.
 */
void
ik_toast_show_undo_steps (GtkWidget  *descendant,
                          const char *title,
                          guint       n_steps)
{
  g_return_if_fail (GTK_IS_WIDGET (descendant));
  g_return_if_fail (title != NULL);
  g_return_if_fail (n_steps > 0);

  keep_undo_toast (descendant,
                   add_toast (descendant, title, _("_Undo"), "win.undo-steps",
                              g_variant_new_uint32 (n_steps), 8, TRUE), FALSE);
}

/**
 * ik_toast_show_action:
 * @target: (nullable): parameter of the action; floating is consumed
 *
 * Says what was done, with a button that does something about it.
 */
void
ik_toast_show_action (GtkWidget  *descendant,
                      const char *title,
                      const char *button_label,
                      const char *action_name,
                      GVariant   *target)
{
  g_return_if_fail (GTK_IS_WIDGET (descendant));
  g_return_if_fail (title != NULL);

  add_toast (descendant, title, button_label, action_name, target, 8, TRUE);
}

/**
 * ik_toast_show_error:
 *
 * Says what failed; silent where it was only cancelled.
 */
void
ik_toast_show_error (GtkWidget    *descendant,
                     const GError *error)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (GTK_IS_WIDGET (descendant));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ik_sentence_from_error (error);
  add_toast (descendant, sentence, NULL, NULL, NULL, 10, FALSE);
}

/**
 * ik_toast_show_result:
 * @descendant: a widget of the window
 * @result: of a job whose own result is a text
 * @sentence: what to say once it is done; "%s" stands for that text
 *
 * Ends a job of ik_job_run_async() by saying that it is done, or why not.
 */
void
ik_toast_show_result (GtkWidget    *descendant,
                      GAsyncResult *result,
                      const char   *sentence)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ik_job_run_finish (result, &error);
  g_autoptr(GString) title = NULL;

  if (text == NULL)
    {
      ik_toast_show_error (descendant, error);
      return;
    }

  title = g_string_new (sentence);
  g_string_replace (title, "%s", text, 1);
  ik_toast_show (descendant, title->str);
}
