#include "ik-labelling.h"

#include <string.h>

#include "ik-advert.h"
#include "ik-asking.h"

/* A short text of unknown meaning that stands above something so often is a
 * label as well. */
#define LEAST_REPEATED 3

/* At least one in so many summaries is the same where it is no question. */
#define LEAST_SUMMARIES_SHARE 3

/* No paragraph of people's has more labels inside. */
#define MAX_INLINE_LABELS 32

/* What stands alone in a document and may be a label. */
typedef struct
{
  GHashTable *texts;       /* (element-type utf8 guint): how often each one does */
  guint       n_summaries;
} Counts;

static gsize
colon_length (const char *text)
{
  return text[0] == ':' ? 1 : strlen ("：");
}

/* Length of a label in the source with its colon and the emphasis around it,
 * which may close before or behind the colon. */
static gsize
source_label_length (const char *source)
{
  gsize opening = strspn (source, "*_[");
  gsize colon = ik_label_find_colon (source + opening);
  gsize length = opening + colon;
  gboolean closed;

  if (colon == 0)
    return 0;
  closed = strchr ("*_]", source[length - 1]) != NULL;
  length += colon_length (source + length);
  if (!closed)
    length += MIN (opening, strspn (source + length, "*_]"));

  return length + strspn (source + length, " \n");
}

/* "[Answer] …", "【答案】…" */
static gboolean
label_by_brackets (IkBlock *block)
{
  static const char *const brackets[][2] = { { "[", "]" }, { "【", "】" } };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      gsize n = strlen (brackets[i][0]);
      const char *close = g_str_has_prefix (block->text, brackets[i][0])
                          ? g_strstr_len (block->text, IK_LABEL_MAX_LENGTH, brackets[i][1]) : NULL;
      gsize length = close != NULL ? (gsize) (close - block->text) : 0;
      IkLabel label;

      if (length == 0 || strncmp (block->source, block->text, length + n) != 0)
        continue;
      label = ik_label_lookup (block->text + n, (gssize) (length - n));
      if (label == IK_LABEL_NONE || label >= IK_LABEL_OTHER)
        return FALSE;
      ik_block_set_label (block, label, block->text + n, length - n);
      length += n;
      ik_block_cut_start (block, length + strspn (block->text + length, " :"),
                          length + strspn (block->source + length, " :"));
      if (label == IK_LABEL_QUESTION)
        block->marker.style = IK_MARKER_QUESTION;
      return TRUE;
    }

  return FALSE;
}

/* "**Answer: B**": the emphasis that opened before the label closes where that
 * line ends, or a later one. */
static void
remove_emphasis_end (IkBlock *block,
                     gsize    opening)
{
  const char *source = block->source;
  gsize end = 0;

  while (opening > 0 && (end > 0 || source[0] != '\0'))
    {
      gsize start = end;
      gsize n = 0;

      end += strcspn (source + end, "\n");
      while (n < opening && end - n > start && strchr ("*_", source[end - 1 - n]) != NULL)
        n++;
      if (n == opening)
        {
          ik_block_cut_source (block, end - n, n);
          return;
        }
      if (source[end] == '\0')
        return;
      end++;
    }
}

static gboolean
label_by_colon (IkBlock *block,
                IkLabel  above,
                gsize    colon)
{
  gsize in_source;
  gsize opening;
  gboolean open;
  IkLabel label;

  if (label_by_brackets (block))
    return TRUE;
  if (colon == 0)
    return FALSE;
  in_source = source_label_length (block->source);
  if (in_source == 0)
    return FALSE;
  label = ik_label_lookup (block->text, (gssize) colon);
  if (label == IK_LABEL_NONE || label >= IK_LABEL_OTHER)
    return FALSE;
  if (label == above) /* a part of the text: "Answer" and below it "Answer: B" */
    {
      block->label = label;
      return TRUE;
    }

  ik_block_set_label (block, label, block->text, colon);
  if (label == IK_LABEL_QUESTION && block->marker.style <= IK_MARKER_BULLET)
    block->marker.style = IK_MARKER_QUESTION;
  colon += colon_length (block->text + colon);
  colon += strspn (block->text + colon, " ");
  opening = strspn (block->source, "*_");
  open = memchr (block->source + opening, '*', in_source - opening) == NULL &&
         memchr (block->source + opening, '_', in_source - opening) == NULL;
  ik_block_cut_start (block, colon, in_source);
  if (open)
    remove_emphasis_end (block, opening);

  return TRUE;
}

/* The whole block is a label. What is no heading, bold or a summary must have
 * a field of its own; a heading that stands there once is a chapter's. */
static gboolean
label_whole (IkBlock *block,
             guint    count)
{
  gboolean marked = block->kind == IK_BLOCK_HEADING || block->kind == IK_BLOCK_SUMMARY ||
                    block->bold;
  IkLabel label = block->kind != IK_BLOCK_ITEM ? ik_label_lookup (block->text, -1) : IK_LABEL_NONE;

  if (label == IK_LABEL_NONE)
    return FALSE;
  if (label >= IK_LABEL_CONTENTS)
    {
      block->label = label;
      return TRUE;
    }
  if (label == IK_LABEL_OTHER || label == IK_LABEL_QUESTION || label == IK_LABEL_TAGS ||
      (block->kind == IK_BLOCK_HEADING && label != IK_LABEL_ANSWER && count < 2) ||
      (!marked && !ik_label_is_field (label)))
    return FALSE;

  ik_block_set_label (block, label, block->text, strlen (block->text));
  ik_block_cut_start (block, strlen (block->text), strlen (block->source));

  return TRUE;
}

/* Only what weighs an answer may begin inside a paragraph, and only words that
 * are no ordinary beginning of a sentence. */
static gboolean
may_stand_inside (const char *text,
                  gsize       length,
                  IkLabel     label)
{
  const char *colon = memchr (text, ':', length);

  length = colon != NULL ? (gsize) (colon - text) : length;

  return (label == IK_LABEL_POSITIVE || label == IK_LABEL_RED_FLAG ||
          label == IK_LABEL_FOLLOW_UP) &&
         (memchr (text, ' ', length) != NULL || memchr (text, '-', length) != NULL ||
          (text[0] & 0x80) != 0);
}

static gsize
find_inside (const char *text,
             gsize       from)
{
  IkLabel label = IK_LABEL_NONE;
  gsize length = 0;
  gsize at = from;

  while (text[at] != '\0')
    {
      at = ik_label_find_inline (text, at, &label, &length);
      if (text[at] == '\0')
        break;
      if (at > 0 && may_stand_inside (text + at, length, label))
        return at;
      at += length;
    }

  return 0;
}

static gboolean
begins_with_guidance (const IkBlock *block)
{
  IkLabel label = ik_label_lookup (block->text, (gssize) ik_label_find_colon (block->text));

  return label == IK_LABEL_POSITIVE || label == IK_LABEL_RED_FLAG;
}

/* Where a character stands at @from or behind it, once it has been looked for
 * before @from; the end of the text where there is none. */
static const char *
find_next (const char *found,
           const char *from,
           char        ch)
{
  return found != NULL && found >= from ? found : strchrnul (from, ch);
}

/* Where code begins that was run into a text: behind a sentence, in lower
 * case, with braces and semicolons. */
static gsize
find_code (const char *text)
{
  const char *last_semicolon = strrchr (text, ';');
  const char *last_close = strrchr (text, '}');
  const char *brace = NULL;
  const char *colon = NULL;

  if (last_semicolon == NULL || last_close == NULL)
    return 0;
  for (const char *p = text; (p = strstr (p, ". ")) != NULL; p += 2)
    {
      brace = find_next (brace, p, '{');
      if (MIN (last_semicolon, last_close) < brace)
        return 0;
      colon = find_next (colon, p, ':');
      if (g_ascii_islower (p[2]) && colon > brace && p[2 + strcspn (p + 2, "(.")] == '(')
        return (gsize) (p + 2 - text);
    }

  return 0;
}

/* Code behind what to look for is the answer. */
static void
split_code (GPtrArray *blocks,
            IkBlock   *block)
{
  gsize in_text = find_code (block->text);
  gsize in_source = in_text > 0 ? find_code (block->source) : 0;
  IkBlock *code;

  if (in_source == 0)
    return;
  code = ik_block_split (block, in_text, in_source);
  ik_block_make_code (code);
  code->label = IK_LABEL_ANSWER;
  g_ptr_array_add (blocks, code);
}

/* Where labels begin inside a block, in its text and in its source. */
typedef struct
{
  gsize in_text;
  gsize in_source;
} InlineLabel;

static guint
find_inline_labels (const IkBlock *block,
                    InlineLabel    labels[MAX_INLINE_LABELS])
{
  InlineLabel at = { 0, 0 };
  guint n;

  for (n = 0; n < MAX_INLINE_LABELS; n++)
    {
      gsize in_text = find_inside (block->text + at.in_text, 0);
      gsize in_source = in_text > 0 ? find_inside (block->source + at.in_source, 0) : 0;

      while (in_source > 0 && strchr ("*_", block->source[at.in_source + in_source - 1]) != NULL)
        in_source--;
      if (in_source == 0)
        break;
      at.in_text += in_text;
      at.in_source += in_source;
      labels[n] = at;
    }

  return n;
}

/* Cuts a block before each label inside; returns the last piece. From the end
 * on, so that no piece is copied with all that follows it. */
static IkBlock *
split_labels (GPtrArray *blocks,
              IkBlock   *block)
{
  InlineLabel labels[MAX_INLINE_LABELS];
  guint n_labels = find_inline_labels (block, labels);
  guint n_before = blocks->len;

  g_ptr_array_set_size (blocks, (int) (n_before + n_labels));
  for (guint i = n_labels; i-- > 0;)
    blocks->pdata[n_before + i] = ik_block_split (block, labels[i].in_text, labels[i].in_source);

  return n_labels > 0 ? blocks->pdata[blocks->len - 1] : block;
}

/* "Look for: …. Red flag: …" becomes one block a label. */
static void
split_inline_labels (IkBlockList *list)
{
  GPtrArray *split = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);

  g_ptr_array_set_free_func (list->blocks, NULL);
  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      g_ptr_array_add (split, block);
      if (block->kind == IK_BLOCK_PARAGRAPH || block->kind == IK_BLOCK_ITEM)
        block = split_labels (split, block);
      if (block->kind <= IK_BLOCK_ITEM && strchr (block->text, '{') != NULL &&
          begins_with_guidance (block))
        split_code (split, block);
    }
  g_ptr_array_unref (list->blocks);
  list->blocks = split;
}

static gboolean
may_be_label (const IkBlock *block)
{
  return block->kind != IK_BLOCK_ITEM && block->marker.style == IK_MARKER_NONE &&
         (block->kind == IK_BLOCK_HEADING || block->kind == IK_BLOCK_SUMMARY || block->bold ||
          g_str_has_suffix (block->text, ":")) &&
         ik_asking_count_words (block->text, 5) < 5 && ik_asking_is_title (block->text);
}

static void
count_labels (const IkBlockList *list,
              Counts            *counts)
{
  counts->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];
      guint count;

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      counts->n_summaries += block->kind == IK_BLOCK_SUMMARY;
      if (!may_be_label (block))
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts->texts, block->text));
      g_hash_table_replace (counts->texts, g_strdup (block->text), GUINT_TO_POINTER (count + 1));
    }
}

/* "A: …" above "B: …" is an option to choose, no answer. */
static gboolean
is_first_option (const IkBlockList *list,
                 guint              i)
{
  const IkBlock *block = list->blocks->pdata[i];
  const IkBlock *next = i + 1 < list->blocks->len ? list->blocks->pdata[i + 1] : NULL;

  return next != NULL && g_ascii_strncasecmp (block->text, "A:", 2) == 0 &&
         g_ascii_strncasecmp (next->text, "B:", 2) == 0;
}

/* "A1. …" below "Q1. …" */
static gboolean
label_by_count (IkBlock *block,
                guint    question)
{
  guint number;
  gsize in_text = ik_marker_parse_answer (block->text, &number);
  gsize emphasis = strspn (block->source, "*_");
  gsize in_source = ik_marker_parse_answer (block->source + emphasis, &number);

  if (in_text == 0 || in_source == 0 || question == 0 || number != question)
    return FALSE;

  ik_block_set_label (block, IK_LABEL_ANSWER, block->text, 1);
  if (strspn (block->source + emphasis + in_source, "*_") == 0)
    remove_emphasis_end (block, emphasis);
  else
    in_source += strspn (block->source + emphasis + in_source, "*_ ");
  ik_block_cut_start (block, in_text, emphasis + in_source);

  return TRUE;
}

/* "A. …" right below "Q. …", where no "B. …" follows. */
static gboolean
label_by_letter (const IkBlockList *list,
                 guint              i)
{
  IkBlock *block = list->blocks->pdata[i];
  const IkBlock *above = i > 0 ? list->blocks->pdata[i - 1] : NULL;
  const IkBlock *below = i + 1 < list->blocks->len ? list->blocks->pdata[i + 1] : NULL;

  if (block->marker.style != IK_MARKER_LETTER || block->marker.number != 1 || above == NULL ||
      above->marker.style != IK_MARKER_QUESTION ||
      (below != NULL && below->marker.style == IK_MARKER_LETTER && below->marker.number == 2))
    return FALSE;

  ik_block_set_label (block, IK_LABEL_ANSWER, "A", 1);
  block->kind = IK_BLOCK_PARAGRAPH;
  block->marker.style = IK_MARKER_NONE;

  return TRUE;
}

/* "© 2020 …", "Copyright 2020 …" */
static gboolean
is_copyright (const char *text)
{
  static const char word[] = "copyright ";

  if (g_str_has_prefix (text, "©"))
    return TRUE;

  return g_ascii_strncasecmp (text, word, strlen (word)) == 0 &&
         (g_ascii_isdigit (text[strlen (word)]) || text[strlen (word)] == '(' ||
          g_str_has_prefix (text + strlen (word), "©"));
}

/* "Situation: …", "Situation (S): …": a part of an answer, even if it asks. */
static gboolean
is_named_other (const IkBlock *block,
                gsize          colon)
{
  const char *bracket = memchr (block->text, '(', colon);

  return colon > 0 &&
         ik_label_lookup (block->text, bracket != NULL ? bracket - block->text
                                                       : (gssize) colon) == IK_LABEL_OTHER;
}

/* What opens again and again under the same words holds an answer, in any
 * language: a question is asked once. */
static gboolean
label_constant_summary (IkBlock *block,
                        guint    count,
                        guint    n_summaries)
{
  if (block->kind != IK_BLOCK_SUMMARY || count < LEAST_REPEATED ||
      count * LEAST_SUMMARIES_SHARE < n_summaries ||
      ik_label_lookup (block->text, -1) != IK_LABEL_NONE)
    return FALSE;

  ik_block_set_label (block, IK_LABEL_ANSWER, block->text, strlen (block->text));
  ik_block_cut_start (block, strlen (block->text), strlen (block->source));

  return TRUE;
}

static void
label_block (IkBlock      *block,
             IkLabel       above,
             const Counts *counts)
{
  gsize colon = ik_label_find_colon (block->text);
  gboolean candidate = may_be_label (block);
  guint count = candidate ? GPOINTER_TO_UINT (g_hash_table_lookup (counts->texts, block->text)) : 0;

  if (label_by_colon (block, above, colon) || label_whole (block, count) ||
      label_constant_summary (block, count, counts->n_summaries))
    return;
  if ((block->kind == IK_BLOCK_PARAGRAPH && is_copyright (block->text)) ||
      (block->kind == IK_BLOCK_HEADING && ik_advert_is_title (block->text)))
    block->label = IK_LABEL_END_MATTER;
  if (block->kind == IK_BLOCK_ITEM && is_named_other (block, colon))
    block->label = IK_LABEL_OTHER;
  if (count >= LEAST_REPEATED && !ik_asking_asks (block->text))
    block->label = IK_LABEL_OTHER;
}

/**
 * ik_labelling_apply:
 * @list: blocks
 *
 * Finds the labels: with a colon at the beginning ("Answer: …"), as a block of
 * their own, inside a paragraph ("… Red flag: …"), and by being repeated. The
 * label moves from the text to `label` and `label_text`; an unknown one stays
 * in the text. Linear.
 */
void
ik_labelling_apply (IkBlockList *list)
{
  Counts counts = { 0 };
  guint question = 0;            /* what the last counted question counts */
  IkLabel above = IK_LABEL_NONE; /* a label that stands alone right above */

  split_inline_labels (list);
  count_labels (list, &counts);

  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      if (block->kind > IK_BLOCK_SUMMARY || block->label != IK_LABEL_NONE)
        continue;
      if (ik_block_is_text (block) && !block->in_summary && !is_first_option (list, i) &&
          !label_by_count (block, question) && !label_by_letter (list, i))
        label_block (block, above, &counts);
      if (block->marker.style == IK_MARKER_QUESTION)
        question = block->marker.number;
      above = block->text[0] == '\0' ? block->label : IK_LABEL_NONE;
    }
  g_hash_table_unref (counts.texts);
}
