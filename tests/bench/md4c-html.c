/* The floor of reading Markdown: md4c's own HTML renderer and nothing else. */

#include <glib.h>
#include <md4c-html.h>
#include <stdio.h>

static void
write_cb (const MD_CHAR *text,
          MD_SIZE        size,
          void          *data)
{
  fwrite (text, 1, size, stdout);
}

int
main (int   argc,
      char *argv[])
{
  char *text;
  gsize length;

  return argc == 2 && g_file_get_contents (argv[1], &text, &length, NULL)
         ? md_html (text, (MD_SIZE) length, write_cb, NULL, MD_DIALECT_GITHUB, 0)
         : 1;
}
