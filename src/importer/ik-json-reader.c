#include "ik-json-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-asking.h"
#include "ik-field-name.h"
#include "ik-importer.h"
#include "ik-json-scan.h"
#include "ik-json-tokens.h"
#include "ik-text.h"

#define MAX_DEPTH 64

/* Objects are told from the first so many of an array. */
#define MAX_SAMPLES 40

/* A key or a string in a list is a question when such texts ask on average. */
#define LEAST_MEAN_ASKING 0.55

/* No record of people's has more cells. */
#define MAX_CELLS 1000

typedef struct
{
  IkJsonTokens *tokens;
  IkRecordList *list;
  guint         n_cells; /* of the open record */
} Reader;

static void take_value (Reader     *self,
                        guint       token,
                        const char *section);

static gboolean
is_container (Reader *self,
              guint   token)
{
  return token != IK_JSON_NONE &&
         ik_json_tokens_get_kind (self->tokens, token) <= IK_JSON_ARRAY;
}

static gboolean
is_of_kind (Reader     *self,
            guint       token,
            IkJsonKind  kind)
{
  return token != IK_JSON_NONE && ik_json_tokens_get_kind (self->tokens, token) == kind;
}

static IkFieldUse
get_use (Reader *self,
         guint   key)
{
  g_autofree char *name = key != IK_JSON_NONE ? ik_json_tokens_dup_text (self->tokens, key) : NULL;

  return name != NULL ? ik_field_name_lookup (name) : IK_FIELD_UNKNOWN;
}

static double
get_asking (Reader *self,
            guint   token)
{
  g_autofree char *text = ik_json_tokens_dup_text (self->tokens, token);

  return ik_asking_score (text);
}

/* Whether an array or an object holds records: a key of theirs names the
 * question, or a text in them asks; once is enough where they are @called
 * questions. */
static gboolean
holds_records (Reader   *self,
               guint     token,
               gboolean  called)
{
  IkJsonIter objects;
  guint n_objects = 0;
  guint n_named = 0;
  guint n_asking = 0;

  ik_json_iter_init (&objects, self->tokens, token);
  while (n_objects < MAX_SAMPLES && ik_json_iter_next (&objects))
    {
      IkJsonIter members;
      gboolean named = FALSE;
      gboolean asking = FALSE;

      if (!is_of_kind (self, objects.value, IK_JSON_OBJECT))
        continue;
      n_objects++;
      ik_json_iter_init (&members, self->tokens, objects.value);
      while (ik_json_iter_next (&members))
        {
          if (!is_of_kind (self, members.value, IK_JSON_STRING))
            continue;
          named = named || get_use (self, members.key) == IK_FIELD_QUESTION;
          asking = asking || get_asking (self, members.value) >= IK_ASKING_LEAST;
        }
      n_named += named;
      n_asking += asking && !named;
    }

  return n_objects > 0 && (n_named * 2 >= n_objects ||
                           (n_asking > !called && n_asking * 2 >= n_objects));
}

/* Whether a list of strings, or the keys of an object, ask. */
static gboolean
do_ask (Reader   *self,
        guint     token,
        gboolean  keys)
{
  IkJsonIter iter;
  double sum = 0;
  guint n = 0;

  ik_json_iter_init (&iter, self->tokens, token);
  while (n < MAX_SAMPLES && ik_json_iter_next (&iter))
    {
      guint text = keys ? iter.key : iter.value;

      if (!is_of_kind (self, text, IK_JSON_STRING))
        return FALSE;
      sum += get_asking (self, text);
      n++;
    }

  return n > 1 && sum / n >= LEAST_MEAN_ASKING;
}

static void
add_cell (Reader *self,
          guint   field,
          guint   token)
{
  g_autofree char *text = ik_json_tokens_dup_text (self->tokens, token);
  guint first, last;

  if (ik_json_tokens_get_kind (self->tokens, token) == IK_JSON_LITERAL &&
      !g_ascii_isdigit (text[0]) && text[0] != '-')
    return; /* true, false, null */
  if (self->n_cells++ >= MAX_CELLS)
    return;
  ik_json_tokens_get_lines (self->tokens, token, &first, &last);
  ik_record_list_add_cell (self->list, field, text, first, last);
}

static gboolean
is_true (Reader *self,
         guint   token)
{
  g_autofree char *text = ik_json_tokens_dup_text (self->tokens, token);

  return g_str_equal (text, "true") || g_str_equal (text, "1");
}

/* "{ "text": "…", "correct": true }" in a list of a record is one text with a
 * mark; any other object is all of its texts. */
static void
add_object (Reader *self,
            guint   field,
            guint   token)
{
  IkJsonIter members;
  gboolean correct = FALSE;
  gboolean marked = FALSE;
  guint n_cells = self->list->cells->len;

  ik_json_iter_init (&members, self->tokens, token);
  while (ik_json_iter_next (&members))
    {
      IkFieldUse use = get_use (self, members.key);

      if (is_of_kind (self, members.value, IK_JSON_STRING) && use != IK_FIELD_UNUSED &&
          use != IK_FIELD_TAGS)
        add_cell (self, field, members.value);
      else if (is_of_kind (self, members.value, IK_JSON_LITERAL) && use == IK_FIELD_CORRECT)
        {
          marked = TRUE;
          correct = is_true (self, members.value);
        }
    }
  if (marked && correct && self->list->cells->len > n_cells)
    ik_record_list_mark_correct (self->list);
}

static void
add_member (Reader *self,
            guint   key,
            guint   value)
{
  g_autofree char *name = ik_json_tokens_dup_text (self->tokens, key);
  guint field = ik_record_list_find_field (self->list, name);
  IkJsonIter iter;

  if (value == IK_JSON_NONE)
    return;
  if (!is_container (self, value))
    {
      add_cell (self, field, value);
      return;
    }
  if (is_of_kind (self, value, IK_JSON_OBJECT))
    {
      add_object (self, field, value);
      return;
    }
  ik_json_iter_init (&iter, self->tokens, value);
  while (ik_json_iter_next (&iter))
    {
      if (is_of_kind (self, iter.value, IK_JSON_OBJECT))
        add_object (self, field, iter.value);
      else if (!is_container (self, iter.value))
        add_cell (self, field, iter.value);
    }
}

/* Whether the member of a record holds records of its own, not entries of one
 * of its fields. */
static gboolean
is_list_of_records (Reader           *self,
                    const IkJsonIter *member)
{
  IkFieldUse use;

  if (!is_of_kind (self, member->value, IK_JSON_ARRAY))
    return FALSE;

  use = get_use (self, member->key);
  return (use <= IK_FIELD_QUESTION || use == IK_FIELD_SECTION) &&
         holds_records (self, member->value, use == IK_FIELD_QUESTION);
}

/* The title that an object has for what it holds. */
static char *
find_title (Reader *self,
            guint   object)
{
  static const IkFieldUse titles[] = { IK_FIELD_TITLE, IK_FIELD_SECTION };
  char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles) && title == NULL; i++)
    {
      IkJsonIter members;

      ik_json_iter_init (&members, self->tokens, object);
      while (title == NULL && ik_json_iter_next (&members))
        {
          if (is_of_kind (self, members.value, IK_JSON_STRING) &&
              get_use (self, members.key) == titles[i])
            title = ik_json_tokens_dup_text (self->tokens, members.value);
        }
    }

  return title;
}

static void
add_answers (Reader *self,
             guint   array)
{
  guint field = ik_record_list_find_field (self->list, "answer");
  IkJsonIter iter;

  ik_json_iter_init (&iter, self->tokens, array);
  while (ik_json_iter_next (&iter))
    {
      if (!is_container (self, iter.value))
        add_cell (self, field, iter.value);
    }
}

static void
add_members (Reader *self,
             guint   object)
{
  IkJsonIter members;

  ik_json_iter_init (&members, self->tokens, object);
  while (ik_json_iter_next (&members))
    {
      if (!is_list_of_records (self, &members))
        add_member (self, members.key, members.value);
    }
}

/* Records inside of a record stand for themselves, below its title if it asks
 * nothing. */
static void
take_nested (Reader     *self,
             guint       object,
             const char *section)
{
  g_autofree char *title = NULL;
  gboolean asks = FALSE;
  IkJsonIter members;

  ik_json_iter_init (&members, self->tokens, object);
  while (!asks && ik_json_iter_next (&members))
    asks = is_of_kind (self, members.value, IK_JSON_STRING) &&
           get_use (self, members.key) == IK_FIELD_QUESTION;

  title = asks ? NULL : find_title (self, object);
  ik_json_iter_init (&members, self->tokens, object);
  while (ik_json_iter_next (&members))
    {
      if (is_list_of_records (self, &members))
        take_value (self, members.value, title != NULL ? title : section);
    }
}

/* Takes a value as a record, its key as the question where that asks. */
static void
take_record (Reader     *self,
             guint       key,
             guint       token,
             const char *section)
{
  guint first, last, end;

  ik_json_tokens_get_lines (self->tokens, token, &first, &end);
  if (key != IK_JSON_NONE)
    ik_json_tokens_get_lines (self->tokens, key, &first, &last);
  self->n_cells = 0;
  ik_record_list_open_record (self->list, section, first);
  if (key != IK_JSON_NONE)
    add_cell (self, ik_record_list_find_field (self->list, "question"), key);

  if (is_of_kind (self, token, IK_JSON_OBJECT))
    add_members (self, token);
  else if (is_of_kind (self, token, IK_JSON_ARRAY))
    add_answers (self, token);
  else
    add_cell (self, ik_record_list_find_field (self->list, "answer"), token);
  ik_record_list_close_record (self->list, end);

  if (is_of_kind (self, token, IK_JSON_OBJECT))
    take_nested (self, token, section);
}

static void
take_texts (Reader     *self,
            guint       token,
            const char *section)
{
  IkJsonIter iter;

  ik_json_iter_init (&iter, self->tokens, token);
  while (ik_json_iter_next (&iter))
    {
      guint first, last;

      if (is_container (self, iter.value))
        continue;
      ik_json_tokens_get_lines (self->tokens, iter.value, &first, &last);
      self->n_cells = 0;
      ik_record_list_open_record (self->list, section, first);
      add_cell (self, ik_record_list_find_field (self->list, "question"), iter.value);
      ik_record_list_close_record (self->list, last);
    }
}

/* A key that says what it holds is the title of that, unless it is a word for
 * any such list. */
static char *
dup_title_of_key (Reader *self,
                  guint   key)
{
  static const char *const general[] = {
    "data", "items", "results", "list", "entries", "cards", "records", "rows", "quiz", "interview",
    "qa", "faq", "faqs", "children", "payload", "sections", "topics", "categories", NULL,
  };
  g_autofree char *name = ik_json_tokens_dup_text (self->tokens, key);
  g_autofree char *words = ik_field_name_dup_words (name);

  if (words[0] == '\0' || ik_field_name_lookup (name) != IK_FIELD_UNKNOWN ||
      g_strv_contains (general, words))
    return NULL;

  return g_steal_pointer (&name);
}

static void
take_records (Reader     *self,
              guint       token,
              const char *section)
{
  IkJsonIter iter;

  ik_json_iter_init (&iter, self->tokens, token);
  while (!ik_record_list_is_full (self->list) && ik_json_iter_next (&iter))
    {
      if (is_of_kind (self, iter.value, IK_JSON_OBJECT))
        take_record (self, IK_JSON_NONE, iter.value, section);
    }
}

static gboolean
holds_kind (Reader     *self,
            guint       token,
            IkJsonKind  kind)
{
  IkJsonIter iter;

  ik_json_iter_init (&iter, self->tokens, token);

  return ik_json_iter_next (&iter) && is_of_kind (self, iter.value, kind);
}

/* "questions": ["…"]: the key says it even of a single text. */
static gboolean
is_list_of_questions (Reader           *self,
                      const IkJsonIter *member)
{
  return is_of_kind (self, member->value, IK_JSON_ARRAY) &&
         get_use (self, member->key) == IK_FIELD_QUESTION &&
         holds_kind (self, member->value, IK_JSON_STRING);
}

static void
take_members (Reader     *self,
              guint       object,
              const char *section)
{
  g_autofree char *title = find_title (self, object);
  IkJsonIter members;

  ik_json_iter_init (&members, self->tokens, object);
  while (ik_json_iter_next (&members))
    {
      g_autofree char *key_title = NULL;

      if (!is_container (self, members.value))
        continue;
      if (is_list_of_records (self, &members))
        {
          take_records (self, members.value, title != NULL ? title : section);
          continue;
        }
      if (is_list_of_questions (self, &members))
        {
          take_texts (self, members.value, title != NULL ? title : section);
          continue;
        }
      key_title = dup_title_of_key (self, members.key);
      take_value (self, members.value,
                  title != NULL ? title : key_title != NULL ? key_title : section);
    }
}

/* An object whose keys are the questions. */
static void
take_keys (Reader     *self,
           guint       object,
           const char *section)
{
  IkJsonIter iter;

  ik_json_iter_init (&iter, self->tokens, object);
  while (ik_json_iter_next (&iter))
    {
      if (iter.value != IK_JSON_NONE)
        take_record (self, iter.key, iter.value, section);
    }
}

static void
take_elements (Reader     *self,
               guint       array,
               const char *section)
{
  IkJsonIter iter;

  ik_json_iter_init (&iter, self->tokens, array);
  while (ik_json_iter_next (&iter))
    {
      if (is_container (self, iter.value))
        take_value (self, iter.value, section);
    }
}

/* Looks for records in what stands in an array or an object, or outside of all
 * others; recursive, as deep as the document may be. */
static void
take_value (Reader     *self,
            guint       token,
            const char *section)
{
  gboolean object = is_of_kind (self, token, IK_JSON_OBJECT);

  if (object && do_ask (self, token, TRUE))
    take_keys (self, token, section);
  else if (!object && holds_kind (self, token, IK_JSON_STRING))
    {
      if (do_ask (self, token, FALSE))
        take_texts (self, token, section);
    }
  else if (holds_records (self, token, FALSE))
    take_records (self, token, section);
  else if (object)
    take_members (self, token, section);
  else
    take_elements (self, token, section);
}

/* What an object around everything says of the whole. */
static void
take_head (Reader *self)
{
  IkJsonIter members;

  if (ik_json_tokens_count (self->tokens) == 0 || !is_of_kind (self, 0, IK_JSON_OBJECT) ||
      holds_records (self, IK_JSON_NONE, FALSE))
    return;
  ik_json_iter_init (&members, self->tokens, 0);
  while (ik_json_iter_next (&members))
    {
      g_autofree char *name = ik_json_tokens_dup_text (self->tokens, members.key);
      gboolean text = is_of_kind (self, members.value, IK_JSON_STRING);
      g_autofree char *value = text ? ik_json_tokens_dup_text (self->tokens, members.value) : NULL;

      if (text && self->list->title[0] == '\0' && ik_field_name_lookup (name) == IK_FIELD_TITLE)
        ik_text_set (&self->list->title, value);
      else if (text && g_ascii_strcasecmp (name, "description") == 0)
        ik_text_set (&self->list->description, value);
    }
}

/* Words are values as well where quotes may lack. */
static gboolean
is_container_text (const char *text)
{
  text += strspn (text, " \t\r\n");

  return *text == '{' || *text == '[';
}

/**
 * ik_json_reader_read:
 * @text: JSON
 * @name: name of the document, for messages
 * @error: return location
 *
 * Reads arrays of objects with questions into records, wherever they lie; also
 * lists of questions, objects whose keys are questions, and one object a line.
 * What holds them gives the sections. Of a document that breaks off or goes
 * wrong somewhere, what stands before is read. Linear.
 *
 * Returns: (transfer full): its records; %NULL with
 *   %IK_IMPORTER_ERROR_TOO_LARGE or %IK_IMPORTER_ERROR_BROKEN
 */
IkRecordList *
ik_json_reader_read (const char  *text,
                     const char  *name,
                     GError     **error)
{
  g_autoptr(IkJsonTokens) tokens = NULL;
  g_autoptr(IkRecordList) list = ik_record_list_new ();
  Reader reader = { .list = list };
  gboolean whole = FALSE;

  if (ik_json_scan_depth (text, strlen (text)) <= MAX_DEPTH)
    tokens = ik_json_tokens_new (text, &whole);
  if (tokens == NULL)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("“%s” is nested deeper than any list of questions or has more than "
                     "2,000,000 values: take out what holds no questions"), name);
      return NULL;
    }
  reader.tokens = tokens;
  take_head (&reader);
  take_value (&reader, IK_JSON_NONE, "");
  if ((!whole || !is_container_text (text)) && list->records->len == 0)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_BROKEN,
                   _("“%s” is no valid JSON: save it again with the program it comes from"), name);
      return NULL;
    }

  return g_steal_pointer (&list);
}
