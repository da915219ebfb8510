#include "ik-report-pages-private.h"

/**
 * IkReportPages:
 *
 * The pages of a document of any kind as pictures to be drawn on a screen or
 * by a printer: the same marks as in the file, at any scale. They are filled
 * on the thread that lays the document out, the first page as soon as it is
 * full, without what only the end of the document tells: the number of pages
 * and where each part is. They need nothing of what they were made of.
 */

struct _IkReportPages
{
  GObject parent_instance;

  GMainContext *context; /* (owned): where ::changed is emitted */

  GMutex     mutex;      /* for all below */
  GPtrArray *pictures;   /* (owned) (element-type cairo_surface_t) */
  double     width;      /* points */
  double     height;
  gboolean   is_complete;
};

G_DEFINE_FINAL_TYPE (IkReportPages, ik_report_pages, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ik_report_pages_finalize (GObject *object)
{
  IkReportPages *self = IK_REPORT_PAGES (object);

  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ik_report_pages_parent_class)->finalize (object);
}

static void
ik_report_pages_class_init (IkReportPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_report_pages_finalize;

  /**
   * IkReportPages::changed:
   * @self: pages
   *
   * A page can be drawn, or all of them can. Emitted on the thread that made
   * the object.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", IK_TYPE_REPORT_PAGES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ik_report_pages_init (IkReportPages *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
}

/**
 * ik_report_pages_new:
 *
 * Returns: (transfer full): no pages so far
 */
IkReportPages *
ik_report_pages_new (void)
{
  return g_object_new (IK_TYPE_REPORT_PAGES, NULL);
}

/**
 * ik_report_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many can be drawn by now, from any thread
 */
guint
ik_report_pages_get_n_pages (IkReportPages *self)
{
  guint n_pages;

  g_mutex_lock (&self->mutex);
  n_pages = self->pictures->len;
  g_mutex_unlock (&self->mutex);

  return n_pages;
}

/**
 * ik_report_pages_is_complete:
 * @self: pages
 *
 * Returns: whether no more will come, from any thread
 */
gboolean
ik_report_pages_is_complete (IkReportPages *self)
{
  gboolean is_complete;

  g_mutex_lock (&self->mutex);
  is_complete = self->is_complete;
  g_mutex_unlock (&self->mutex);

  return is_complete;
}

/**
 * ik_report_pages_get_size:
 * @self: pages
 * @out_width: (out): width of each page in points, 0 before the first one
 * @out_height: (out): its height
 */
void
ik_report_pages_get_size (IkReportPages *self,
                          double        *out_width,
                          double        *out_height)
{
  g_mutex_lock (&self->mutex);
  *out_width = self->width;
  *out_height = self->height;
  g_mutex_unlock (&self->mutex);
}

/**
 * ik_report_pages_draw:
 * @self: pages
 * @page: one of those that can be drawn, from 0
 * @cr: where the page goes, a point as the unit
 *
 * Draws the marks of a page, without paper below them. For one thread at a
 * time: cairo's recordings change when they are played.
 */
void
ik_report_pages_draw (IkReportPages *self,
                      guint          page,
                      cairo_t       *cr)
{
  cairo_surface_t *picture;

  g_return_if_fail (page < ik_report_pages_get_n_pages (self));

  g_mutex_lock (&self->mutex);
  picture = cairo_surface_reference (self->pictures->pdata[page]);
  g_mutex_unlock (&self->mutex);

  cairo_save (cr);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (picture);
}

static gboolean
emit_changed_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
tell (IkReportPages *self)
{
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, emit_changed_cb,
                              g_object_ref (self), g_object_unref);
}

/*< private >
 * ik_report_pages_begin:
 * @self: pages
 * @width: width of each page in points
 * @height: its height
 */
void
ik_report_pages_begin (IkReportPages *self,
                       double         width,
                       double         height)
{
  g_mutex_lock (&self->mutex);
  self->width = width;
  self->height = height;
  g_mutex_unlock (&self->mutex);
}

/*< private >
 * ik_report_pages_put:
 * @self: pages
 * @page: the next one, or one that is there already
 * @picture: (transfer full): its marks
 *
 * Adds a page, or replaces it.
 */
void
ik_report_pages_put (IkReportPages   *self,
                     guint            page,
                     cairo_surface_t *picture)
{
  gboolean is_first;

  g_mutex_lock (&self->mutex);
  is_first = self->pictures->len == 0;
  if (page < self->pictures->len)
    {
      cairo_surface_destroy (self->pictures->pdata[page]);
      self->pictures->pdata[page] = picture;
    }
  else
    {
      g_ptr_array_add (self->pictures, picture);
    }
  g_mutex_unlock (&self->mutex);

  if (is_first)
    tell (self);
}

/*< private >
 * ik_report_pages_complete:
 * @self: pages, with all there will be
 */
void
ik_report_pages_complete (IkReportPages *self)
{
  g_mutex_lock (&self->mutex);
  self->is_complete = TRUE;
  g_mutex_unlock (&self->mutex);

  tell (self);
}
