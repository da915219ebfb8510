#include "ik-page.h"

/**
 * IkPage:
 *
 * A page that shows something of the library. It is given the library once
 * that is open and hands it on to nobody; a class that derives from it fills
 * itself in @load and never asks when. Pages out of view are not filled: what
 * was missed is made good when they come into view. What is changed on a page is
 * saved in @save, some time after the last change and at the latest when the page
 * goes out of view.
 */
typedef struct
{
  IkLibrary    *library;     /* owned, nullable until it is open */
  GCancellable *cancellable; /* owned; of the loads under way */
  gulong        changed_id;
  guint         load_id;     /* idle source, 0 if none */
  guint         n_loads;     /* under way */
  guint         n_writes;    /* under way */
  gboolean      is_stale;    /* to be filled anew as soon as it can be */
  guint         save_id;     /* timeout, 0 while all is on its way */
  gboolean      is_unsaved;  /* the last attempt to save failed */
} IkPagePrivate;

typedef enum
{
  PROP_LIBRARY = 1,
} IkPageProperty;

static GParamSpec *properties[PROP_LIBRARY + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IkPage, ik_page, ADW_TYPE_BIN)

static void
cancel_loads (IkPage *self)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
}

static void
load (IkPage *self)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  priv->is_stale = FALSE;
  cancel_loads (self);

  if (IK_PAGE_GET_CLASS (self)->load != NULL)
    IK_PAGE_GET_CLASS (self)->load (self);
}

static gboolean
load_cb (gpointer data)
{
  IkPage *self = data;
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  priv->load_id = 0;
  if (priv->n_writes == 0)
    load (self);

  return G_SOURCE_REMOVE;
}

static void
ik_page_map (GtkWidget *widget)
{
  IkPage *self = IK_PAGE (widget);
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  GTK_WIDGET_CLASS (ik_page_parent_class)->map (widget);

  if (priv->is_stale)
    ik_page_reload (self);
}

static void
ik_page_unmap (GtkWidget *widget)
{
  ik_page_save_changes (IK_PAGE (widget));

  GTK_WIDGET_CLASS (ik_page_parent_class)->unmap (widget);
}

static void
ik_page_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch ((IkPageProperty) prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, ik_page_get_library (IK_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_page_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch ((IkPageProperty) prop_id)
    {
    case PROP_LIBRARY:
      ik_page_set_library (IK_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_page_dispose (GObject *object)
{
  IkPagePrivate *priv = ik_page_get_instance_private (IK_PAGE (object));

  g_clear_handle_id (&priv->load_id, g_source_remove);
  g_clear_handle_id (&priv->save_id, g_source_remove);
  g_clear_signal_handler (&priv->changed_id, priv->library);
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->library);

  G_OBJECT_CLASS (ik_page_parent_class)->dispose (object);
}

static void
ik_page_class_init (IkPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_page_dispose;
  object_class->get_property = ik_page_get_property;
  object_class->set_property = ik_page_set_property;
  widget_class->map = ik_page_map;
  widget_class->unmap = ik_page_unmap;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, IK_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ik_page_init (IkPage *self)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  priv->cancellable = g_cancellable_new ();
}

IkLibrary *
ik_page_get_library (IkPage *self)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_val_if_fail (IK_IS_PAGE (self), NULL);

  return priv->library;
}

void
ik_page_set_library (IkPage    *self,
                     IkLibrary *library)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_if_fail (IK_IS_PAGE (self));

  if (priv->library == library)
    return;

  g_clear_signal_handler (&priv->changed_id, priv->library);
  g_set_object (&priv->library, library);
  if (library != NULL)
    priv->changed_id = g_signal_connect_swapped (library, "changed",
                                                 G_CALLBACK (ik_page_reload), self);
  ik_page_reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

/**
 * ik_page_reload:
 *
 * Fills the page anew: soon, once, and only when it is in view. What a load under
 * way finds is older and does not come any more. What the page is writing comes
 * first: the library in between is older than what is shown.
 */
void
ik_page_reload (IkPage *self)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_if_fail (IK_IS_PAGE (self));

  if (priv->library == NULL || priv->load_id != 0)
    return;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || priv->n_writes > 0)
    {
      priv->is_stale = TRUE;
      return;
    }

  g_cancellable_cancel (priv->cancellable);
  /* Under way while the next frame is painted, not after it. */
  priv->load_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, load_cb, self, NULL);
}

/**
 * ik_page_fill_ahead:
 *
 * Fills the page anew before it comes into view.
 */
void
ik_page_fill_ahead (IkPage *self)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_if_fail (IK_IS_PAGE (self));
  g_return_if_fail (priv->library != NULL);

  g_clear_handle_id (&priv->load_id, g_source_remove);
  load (self);
}

/**
 * ik_page_go_home:
 *
 * Leaves what was opened on the page for its overview.
 */
void
ik_page_go_home (IkPage *self)
{
  g_return_if_fail (IK_IS_PAGE (self));

  if (IK_PAGE_GET_CLASS (self)->go_home != NULL)
    IK_PAGE_GET_CLASS (self)->go_home (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncReadyCallback callback = user_data;
  IkPagePrivate *priv = ik_page_get_instance_private (IK_PAGE (source));

  priv->n_loads--;
  callback (source, result, NULL);
}

void
ik_page_load (IkPage              *self,
              IkJobFunc            func,
              gpointer             data,
              GDestroyNotify       data_free,
              GDestroyNotify       result_free,
              GAsyncReadyCallback  callback)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_if_fail (IK_IS_PAGE (self));
  g_return_if_fail (priv->library != NULL);
  g_return_if_fail (callback != NULL);

  priv->n_loads++;
  ik_job_run_async (self, priv->library, func, data, data_free, result_free,
                    priv->cancellable, loaded_cb, callback);
}

/* The program doesn't end before what was written is stored. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncReadyCallback callback = user_data;
  IkPagePrivate *priv = ik_page_get_instance_private (IK_PAGE (source));
  GApplication *application = g_application_get_default ();

  priv->n_writes--;
  callback (source, result, NULL);
  if (priv->n_writes == 0 && priv->is_stale)
    ik_page_reload (IK_PAGE (source));
  if (application != NULL)
    g_application_release (application);
}

void
ik_page_write (IkPage              *self,
               IkJobFunc            func,
               gpointer             data,
               GDestroyNotify       data_free,
               GDestroyNotify       result_free,
               GAsyncReadyCallback  callback)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);
  GApplication *application = g_application_get_default ();

  g_return_if_fail (IK_IS_PAGE (self));
  g_return_if_fail (priv->library != NULL);
  g_return_if_fail (callback != NULL);

  if (application != NULL)
    g_application_hold (application);
  /* What a load under way finds is older than what is written now. */
  if (priv->n_loads > 0 || priv->load_id != 0)
    {
      cancel_loads (self);
      priv->is_stale = TRUE;
    }
  priv->n_writes++;
  ik_job_run_async (self, priv->library, func, data, data_free, result_free,
                    NULL, written_cb, callback);
}

static gboolean
save_cb (gpointer user_data)
{
  ik_page_save_now (user_data);

  return G_SOURCE_REMOVE;
}

/**
 * ik_page_save_later:
 *
 * Has what was changed saved @delay_ms after the last call.
 */
void
ik_page_save_later (IkPage *self,
                    guint   delay_ms)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_if_fail (IK_IS_PAGE (self));
  g_return_if_fail (IK_PAGE_GET_CLASS (self)->save != NULL);

  g_clear_handle_id (&priv->save_id, g_source_remove);
  priv->save_id = g_timeout_add (delay_ms, save_cb, self);
}

/**
 * ik_page_save_now:
 *
 * Saves what is shown.
 */
void
ik_page_save_now (IkPage *self)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_if_fail (IK_IS_PAGE (self));
  g_return_if_fail (IK_PAGE_GET_CLASS (self)->save != NULL);

  g_clear_handle_id (&priv->save_id, g_source_remove);
  priv->is_unsaved = FALSE;
  if (priv->library != NULL)
    IK_PAGE_GET_CLASS (self)->save (self);
}

/**
 * ik_page_save_changes:
 *
 * Saves what waits for it, and nothing where nothing does.
 */
void
ik_page_save_changes (IkPage *self)
{
  g_return_if_fail (IK_IS_PAGE (self));

  if (ik_page_has_changes (self))
    ik_page_save_now (self);
}

/**
 * ik_page_has_changes:
 *
 * Returns: whether something was changed and is not on its way to the library
 */
gboolean
ik_page_has_changes (IkPage *self)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_val_if_fail (IK_IS_PAGE (self), FALSE);

  return priv->save_id != 0 || priv->is_unsaved;
}

/**
 * ik_page_set_unsaved:
 *
 * Says whether the last attempt to save failed; what is shown goes with the next
 * one then.
 */
void
ik_page_set_unsaved (IkPage   *self,
                     gboolean  is_unsaved)
{
  IkPagePrivate *priv = ik_page_get_instance_private (self);

  g_return_if_fail (IK_IS_PAGE (self));

  priv->is_unsaved = is_unsaved;
}
