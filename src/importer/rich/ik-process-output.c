#include "ik-process-output.h"

#include <signal.h>

#define CHUNK (256 * 1024)

/* A process that is being read. */
typedef struct
{
  GSubprocess  *process;
  GCancellable *stop;      /* ends all that is under way */
  GByteArray   *output;
  gsize         max_bytes;
  guint         n_pending; /* operations under way */
  IkProcessEnd  end;
} Reading;

static void
stop (Reading      *self,
      IkProcessEnd  end)
{
  if (self->end == IK_PROCESS_END_SOUND)
    self->end = end;
  g_cancellable_cancel (self->stop);
}

static gboolean
late_cb (gpointer data)
{
  stop (data, IK_PROCESS_END_LATE);

  return G_SOURCE_REMOVE;
}

/* The limit of the process's own time ends it with a signal. */
static void
exited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Reading *self = data;
  GSubprocess *process = G_SUBPROCESS (object);

  self->n_pending--;
  if (!g_subprocess_wait_finish (process, result, NULL))
    stop (self, IK_PROCESS_END_FAILED);
  else if (g_subprocess_get_if_signaled (process) && g_subprocess_get_term_sig (process) == SIGXCPU)
    self->end = IK_PROCESS_END_LATE;
  else if (!g_subprocess_get_successful (process))
    self->end = IK_PROCESS_END_FAILED;
}

static void
chunk_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  Reading *self = data;
  GInputStream *stream = G_INPUT_STREAM (object);
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (stream, result, NULL);
  gsize size = chunk != NULL ? g_bytes_get_size (chunk) : 0;

  self->n_pending--;
  if (chunk == NULL)
    stop (self, IK_PROCESS_END_FAILED);
  else if (self->output->len + size > self->max_bytes)
    stop (self, IK_PROCESS_END_FLOODED);
  else if (size > 0)
    {
      g_byte_array_append (self->output, g_bytes_get_data (chunk, NULL), (guint) size);
      self->n_pending++;
      g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, self->stop, chunk_cb, self);
    }
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      stop)
{
  g_cancellable_cancel (stop);
}

static void
run (Reading      *self,
     GMainContext *context,
     guint         max_ms)
{
  g_autoptr(GSource) timer = g_timeout_source_new (max_ms);

  g_source_set_callback (timer, late_cb, self, NULL);
  g_source_attach (timer, context);
  self->n_pending = 2;
  g_input_stream_read_bytes_async (g_subprocess_get_stdout_pipe (self->process), CHUNK,
                                   G_PRIORITY_DEFAULT, self->stop, chunk_cb, self);
  g_subprocess_wait_async (self->process, self->stop, exited_cb, self);
  while (self->n_pending > 0)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (timer);
}

/**
 * ik_process_output_read:
 * @process: a process with a pipe for what it writes
 * @max_bytes: how much it may write
 * @max_ms: how long it may take
 * @cancellable: (nullable): a cancellable
 * @output: (out) (transfer full): what it wrote
 *
 * Reads what a process writes until it has ended; ends it where it goes beyond
 * a limit or nobody wants it any longer, whatever it does. Blocks; may be
 * called on any thread.
 *
 * Returns: how it came to its end
 */
IkProcessEnd
ik_process_output_read (GSubprocess   *process,
                        gsize          max_bytes,
                        guint          max_ms,
                        GCancellable  *cancellable,
                        GBytes       **output)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GCancellable) ending = g_cancellable_new ();
  Reading reading = { process, ending, g_byte_array_new (), max_bytes, 0, IK_PROCESS_END_SOUND };
  gulong handler = 0;

  g_main_context_push_thread_default (context);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), ending, NULL);
  run (&reading, context, max_ms);
  g_cancellable_disconnect (cancellable, handler);
  g_main_context_pop_thread_default (context);

  g_subprocess_force_exit (process);
  *output = g_byte_array_free_to_bytes (reading.output);

  return g_cancellable_is_cancelled (cancellable) ? IK_PROCESS_END_CANCELLED : reading.end;
}
