#include "ik-application.h"
#include "ik-command-line.h"

#include <glib/gi18n.h>
#include <locale.h>

static void
set_up_language (void)
{
  setlocale (LC_ALL, "");

  /* Texts are UTF-8 throughout; a process without a language still has to be
   * given names and titles in the call. */
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *library = NULL;
  g_auto(GStrv) arguments = NULL;
  int status;

  set_up_language ();
  g_set_prgname ("interview-kit");

  if (ik_command_line_handle (argc, (const char *const *) argv, &status) == IK_COMMAND_LINE_DONE)
    return status;

  arguments = ik_command_line_get_window_arguments ((const char *const *) argv, &library);

  return ik_application_run ((int) g_strv_length (arguments), arguments, library);
}
