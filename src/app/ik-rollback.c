#include "ik-rollback.h"

struct _IkRollback
{
  IkLibrary *library;    /* (owned) */
  gulong     handler;
  GPtrArray *changesets; /* (owned) (element-type GBytes): in order */
};

static void
recorded_cb (IkLibrary  *library,
             const char *label,
             GBytes     *changeset,
             IkRollback *self)
{
  g_ptr_array_add (self->changesets, g_bytes_ref (changeset));
}

/* What was written is told by an idle source, and no loop runs here. */
static void
collect (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/**
 * ik_rollback_new:
 * @library: an open library
 *
 * Returns: (transfer full): what remembers from now on
 */
IkRollback *
ik_rollback_new (IkLibrary *library)
{
  IkRollback *self = g_new0 (IkRollback, 1);

  self->library = g_object_ref (library);
  self->changesets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->handler = g_signal_connect (library, "recorded", G_CALLBACK (recorded_cb), self);
  ik_library_set_recording (library, TRUE);

  return self;
}

/**
 * ik_rollback_free:
 * @self: (transfer full): forgets; what was written stays
 */
void
ik_rollback_free (IkRollback *self)
{
  ik_library_set_recording (self->library, FALSE);
  collect ();
  g_signal_handler_disconnect (self->library, self->handler);
  g_ptr_array_unref (self->changesets);
  g_object_unref (self->library);
  g_free (self);
}

/**
 * ik_rollback_run:
 * @self: what remembers
 * @error: return location
 *
 * Takes everything back, the last first.
 *
 * Returns: whether the library is as it was
 */
gboolean
ik_rollback_run (IkRollback  *self,
                 GError     **error)
{
  ik_library_set_recording (self->library, FALSE);
  collect ();

  for (guint i = self->changesets->len; i > 0; i--)
    {
      if (!ik_library_apply (self->library, self->changesets->pdata[i - 1], TRUE, NULL, error))
        return FALSE;
    }

  g_ptr_array_set_size (self->changesets, 0);
  return TRUE;
}
