#include "ik-terminal.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/**
 * ik_terminal_clean:
 * @text: text for people
 *
 * A title or a prompt comes out of somebody else's document and could hold
 * control sequences that change the terminal.
 *
 * Returns: (transfer full): @text with U+FFFD in place of control characters
 *   other than line breaks
 */
char *
ik_terminal_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_ascii_isprint (*at)) /* nearly all of it */
        {
          g_string_append_c (clean, *at);
          continue;
        }
      if (c != '\n' && g_unichar_iscntrl (c))
        c = 0xFFFD;
      g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * ik_terminal_write:
 * @fd: where to
 * @text: bytes
 * @length: how many
 * @error: return location
 *
 * Writes all of @text. A reader that closed its end early has what it wants:
 * that is no failure.
 *
 * Returns: whether nothing went wrong
 */
gboolean
ik_terminal_write (int          fd,
                   const char  *text,
                   gsize        length,
                   GError     **error)
{
  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 && errno == EPIPE)
        return TRUE;
      if (n < 0)
        {
          int saved_errno = errno;

          g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (saved_errno),
                               g_strerror (saved_errno));
          return FALSE;
        }

      text += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static gboolean
is_ignored (int signal_number)
{
  struct sigaction action;

  return sigaction (signal_number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static sigset_t interrupts;

static gpointer
wait_for_interrupt (gpointer data)
{
  int signal_number;

  if (sigwait (&interrupts, &signal_number) == 0)
    g_cancellable_cancel (data);

  /* Whoever presses it again means it. */
  pthread_sigmask (SIG_UNBLOCK, &interrupts, NULL);
  while (TRUE)
    pause ();

  return NULL;
}

/**
 * ik_terminal_get_interrupt:
 *
 * From the first call on, Ctrl-C and a polite kill no longer end the process
 * but cancel; a second one ends it. Call it before any other thread starts:
 * threads inherit the signals that are held back here and taken by a thread of
 * their own, since no signal handler may touch a #GCancellable.
 *
 * Returns: (transfer none): what an interrupt cancels
 */
GCancellable *
ik_terminal_get_interrupt (void)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
  static GCancellable *cancellable;

  if (cancellable != NULL)
    return cancellable;

  cancellable = g_cancellable_new ();
  sigemptyset (&interrupts);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      if (!is_ignored (signals[i]))
        sigaddset (&interrupts, signals[i]);
    }

  pthread_sigmask (SIG_BLOCK, &interrupts, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, cancellable));

  return cancellable;
}
