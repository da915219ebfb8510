#include "ik-front-matter.h"

#include <string.h>

#include "ik-text.h"

static char *
unquote (const char *value,
         gsize       length)
{
  g_autofree char *text = g_strndup (value, length);
  gsize n;

  g_strstrip (text);
  n = strlen (text);
  if (n >= 2 && (text[0] == '"' || text[0] == '\'') && text[n - 1] == text[0])
    return g_strndup (text + 1, n - 2);

  return g_steal_pointer (&text);
}

/* So many lines of this kind stand at the beginning at most. */
#define MAX_LINES 40u

#define MAX_KEY_BYTES 40

/* No language tag of people's is longer: "zh-Hant". */
#define MAX_TAG_BYTES 7

typedef enum
{
  KEY_NONE,
  KEY_TITLE,
  KEY_DESCRIPTION,
  KEY_LANGUAGE,
  KEY_AUTHOR,
  KEY_LICENCE,
  KEY_OTHER,
} Key;

/* What documents say of themselves, in lower case. */
static const struct
{
  Key         key;
  const char *names; /* each between two "|" */
} vocabulary[] = {
  { KEY_TITLE, "|title|titel|título|titre|titolo|название|заголовок|标题|標題|タイトル|제목|العنوان|" },
  { KEY_DESCRIPTION, "|description|beschreibung|descripción|описание|描述|説明|الوصف|" },
  { KEY_LANGUAGE, "|lang|language|sprache|idioma|langue|язык|语言|言語|언어|اللغة|" },
  { KEY_AUTHOR, "|author|autor|auteur|autore|автор|作者|著者|저자|المؤلف|" },
  { KEY_LICENCE, "|license|licence|lizenz|licencia|лицензия|许可证|" },
  { KEY_OTHER, "|date|datum|fecha|data|дата|日期|日付|날짜|التاريخ|version|status|updated|last updated|"
    "keywords|layout|slug|" },
};

static Key
find_key (const char *name,
          gsize       length)
{
  g_autofree char *given = g_strndup (name, length);
  g_autofree char *folded = g_utf8_strdown (g_strstrip (given), -1);
  g_autofree char *whole = g_strconcat ("|", folded, "|", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      if (folded[0] != '\0' && strstr (vocabulary[i].names, whole) != NULL)
        return vocabulary[i].key;
    }

  return KEY_NONE;
}

static void
set_value (IkBlockList *list,
           Key          key,
           const char  *value)
{
  char **const fields[] = {
    [KEY_TITLE] = &list->title,
    [KEY_DESCRIPTION] = &list->description,
    [KEY_LANGUAGE] = &list->language,
    [KEY_AUTHOR] = &list->author,
    [KEY_LICENCE] = &list->licence,
  };

  if (key != KEY_NONE && key != KEY_OTHER)
    ik_text_set (fields[key], value);
}

static void
take_value (IkBlockList *list,
            const char  *line,
            gsize        length)
{
  const char *colon = memchr (line, ':', length);
  g_autofree char *value = NULL;

  if (colon == NULL || colon - line > MAX_KEY_BYTES || g_ascii_isspace (line[0]))
    return;
  value = unquote (colon + 1, length - (gsize) (colon + 1 - line));
  set_value (list, find_key (line, (gsize) (colon - line)), value);
}

static gboolean
is_emphasis (char ch)
{
  return strchr (" \t*_\\", ch) != NULL;
}

/* Without the emphasis around it, which may close inside. */
static char *
dup_bare (const char *text,
          gsize       length)
{
  while (length > 0 && is_emphasis (text[length - 1]))
    length--;
  for (; length > 0 && is_emphasis (*text); length--)
    text++;

  return g_strndup (text, length);
}

/* "**Title**: Tea", "Title: Tea", "标题：茶": takes what the line says; returns
 * its key. */
static Key
parse_line (const char  *line,
            gsize        length,
            char       **value)
{
  g_autofree char *text = g_strndup (line, length);
  const char *name = text + strspn (text, " \t>-");
  const char *colon = strchr (name, ':');
  const char *wide = strstr (name, "：");
  gsize mark = wide != NULL && (colon == NULL || wide < colon) ? strlen ("：") : 1;
  g_autofree char *bare = NULL;

  if (mark > 1)
    colon = wide;
  if (colon == NULL)
    return KEY_NONE;
  *value = dup_bare (colon + mark, strlen (colon + mark));
  bare = dup_bare (name, (gsize) (colon - name));

  return find_key (bare, strlen (bare));
}

/* Whether the same stands again below, so that it names a field of each
 * question. */
static gboolean
is_repeated (const char *line,
             gsize       length)
{
  g_autofree char *name = g_strndup (line, strcspn (line, ":\xef") + 1);

  return strstr (line + length, name) != NULL;
}

/* Takes lines that name the title and more at the very beginning; returns the
 * last one of them, 0 where there are none. */
static guint
read_lines (IkBlockList *list)
{
  guint n_lines = MIN (ik_block_list_count_lines (list), MAX_LINES);
  guint last = 0;

  for (guint line = 1; line <= n_lines; line++)
    {
      g_autofree char *value = NULL;
      gsize length;
      const char *start = ik_block_list_get_line (list, line, &length);
      Key key;

      if (ik_block_list_is_blank (list, line))
        continue;
      key = parse_line (start, length, &value);
      if (key == KEY_NONE ||
          (last == 0 && (key != KEY_TITLE || is_repeated (start, length))))
        break;
      if (key != KEY_LANGUAGE || strlen (value) <= MAX_TAG_BYTES)
        set_value (list, key, value);
      last = line;
    }

  return last;
}

/**
 * ik_front_matter_read:
 * @list: a list without blocks
 *
 * Takes YAML front matter, between two lines of three hyphens at the very
 * beginning, as metadata, or lines of that kind without the hyphens. Only plain
 * "key: value" lines are understood.
 *
 * Returns: where the text behind it begins, 0 where there is none
 */
gsize
ik_front_matter_read (IkBlockList *list)
{
  guint n_lines = ik_block_list_count_lines (list);
  guint last = 0;

  for (guint line = 1; line <= n_lines && last == 0; line++)
    {
      gsize length;
      const char *start = ik_block_list_get_line (list, line, &length);
      gboolean mark = length >= 3 && memcmp (start, "---", 3) == 0 &&
                      strspn (start, "- \t") >= length;

      if (line == 1 && !mark)
        break;
      if (line > 1 && mark)
        last = line;
      else if (line > 1)
        take_value (list, start, length);
    }
  if (last == 0)
    last = read_lines (list);
  if (last == 0)
    return 0;

  g_ptr_array_add (list->blocks, ik_block_new (IK_BLOCK_METADATA, 1, last, list->title, ""));

  return last < n_lines ? ik_line_index_get_offset (list->lines, last + 1) : strlen (list->text);
}
