#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ik-importer.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
read_as (GBytes         *bytes,
         IkDocumentKind  kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_importer_read (bytes, "fuzz", kind, NULL, NULL, &error);

  g_assert_true ((pack == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  read_as (bytes, IK_DOCUMENT_KIND_UNKNOWN);
  read_as (bytes, IK_DOCUMENT_KIND_MARKDOWN);
  read_as (bytes, IK_DOCUMENT_KIND_TEXT);

  return 0;
}

#ifndef IK_LIBFUZZER

/* What documents and their traps are made of */
static const char *const pieces[] = {
  "\n", "\n\n", "# ", "### 1. ", "- ", "  - ", "1. ", "1\n", "• ", "**", "Answer:", "Look for: ",
  "Red flag: ", "```\n", "<details>", "<summary>", "</summary>", "|", "|--|\n", "> ", "[x] ",
  "](#a)", "&amp;", "---\n", "?", "？", "\xe2\x80\xa8", "\xef\xbb\xbf", "\xff", "\r", "\t", "*", "_",
  "{;}", ": ", "Q1. ", "第三章", "A) ", "http://", "\\", "Part 2: ", "[", "【答案】", "٣",
};

static void
mutate (GByteArray *data,
        GRand      *rand)
{
  guint at = data->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) data->len) : 0;
  guint length = (guint) g_rand_int_range (rand, 0, 200);
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      if (data->len > 0)
        data->data[at] = (guint8) g_rand_int (rand);
      break;

    case 1:
      g_byte_array_remove_range (data, at, MIN (data->len - at, length));
      break;

    default:
      {
        guint tail = data->len - at;
        guint n = (guint) strlen (piece);

        g_byte_array_set_size (data, data->len + n);
        memmove (data->data + at + n, data->data + at, tail);
        memcpy (data->data + at, piece, n);
      }
      break;
    }
}

int
main (int    argc,
      char **argv)
{
  guint n_rounds = argc > 1 ? (guint) atoi (argv[1]) : 100;
  g_autoptr(GRand) rand = g_rand_new_with_seed (20);

  for (int i = 2; i < argc; i++)
    {
      g_autofree char *contents = NULL;
      gsize size;

      if (!g_file_get_contents (argv[i], &contents, &size, NULL))
        {
          fprintf (stderr, "%s can't be read\n", argv[i]);
          return EXIT_FAILURE;
        }
      for (guint round = 0; round < n_rounds; round++)
        {
          g_autoptr(GByteArray) data = g_byte_array_new ();
          gsize start = (gsize) g_rand_int_range (rand, 0, (gint32) size);
          guint n_mutations = (guint) g_rand_int_range (rand, 1, 60);

          g_byte_array_append (data, (guint8 *) contents + start,
                               (guint) MIN (size - start, 4000));
          for (guint n = 0; n < n_mutations; n++)
            mutate (data, rand);
          LLVMFuzzerTestOneInput (data->data, data->len);
        }
    }

  return EXIT_SUCCESS;
}

#endif
