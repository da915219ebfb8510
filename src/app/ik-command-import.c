#include "ik-commands.h"

#include "ik-import.h"
#include "ik-importer.h"
#include "ik-pack-json.h"
#include "ik-rollback.h"

#include <glib/gi18n.h>

/* What a call of "import" says. */
typedef struct
{
  gboolean           dry_run;
  char              *as;        /* (owned) (nullable) */
  char              *title;     /* (owned) (nullable) */
  char              *duplicate; /* (owned) (nullable) */
  IkDocumentKind     kind;
  IkDuplicatePolicy  policy;
} ImportOptions;

static void
import_options_clear (ImportOptions *self)
{
  g_free (self->as);
  g_free (self->title);
  g_free (self->duplicate);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

/* One run over the words of a call. */
typedef struct
{
  IkCommandContext    *context;
  const ImportOptions *options;
  IkLibrary           *library;       /* (unowned) (nullable): none for a dry run */
  const char          *path;          /* of the document in work */
  JsonArray           *documents;     /* (owned): one for each word so far */
  guint                n_failed;
} ImportRun;

static gboolean
check_kind (ImportOptions  *options,
            GError        **error)
{
  if (options->as == NULL || ik_document_kind_from_nick (options->as, &options->kind))
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“%s” is no kind of document: say markdown, html, pdf, odt, docx, csv, json, gift "
                 "or text"),
               options->as);
  return FALSE;
}

static gboolean
check_policy (ImportOptions  *options,
              GError        **error)
{
  static const char *const nicks[] = { "skip", "update", "keep" };
  static const IkDuplicatePolicy policies[] = {
    IK_DUPLICATE_SKIP, IK_DUPLICATE_UPDATE, IK_DUPLICATE_KEEP,
  };

  if (options->duplicate == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_str_equal (options->duplicate, nicks[i]))
        {
          options->policy = policies[i];
          return TRUE;
        }
    }

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“%s” is no rule for duplicates: say skip, update or keep"),
               options->duplicate);
  return FALSE;
}

/* A title is one line, and a pack has one. */
static gboolean
check_title (ImportOptions  *options,
             GError        **error)
{
  if (options->title == NULL)
    return TRUE;

  g_strstrip (g_strdelimit (options->title, "\r\n", ' '));
  if (*options->title != '\0')
    return TRUE;

  g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                       _("The title is empty: say one, or leave out “--title”"));
  return FALSE;
}

static gboolean
parse_import (IkCommandContext  *context,
              ImportOptions     *options,
              GError           **error)
{
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_("Show what would be read; store nothing"), NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options->as,
      N_("What the documents are: markdown, html, pdf, odt, docx, csv, json, gift or text"), N_("KIND") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->title,
      N_("Title of the pack"), N_("TITLE") },
    { "on-duplicate", 0, 0, G_OPTION_ARG_STRING, &options->duplicate,
      N_("What becomes of questions the bank has: skip, update or keep"), N_("WHAT") },
    G_OPTION_ENTRY_NULL,
  };

  return ik_command_parse (context, entries, 1, G_MAXUINT, error) &&
         check_kind (options, error) &&
         check_title (options, error) &&
         check_policy (options, error);
}

static void
progress_cb (guint    n_done,
             guint    n_questions,
             gpointer data)
{
  ImportRun *run = data;
  g_autofree char *text = g_strdup_printf (_("%s: %u of %u questions"), run->path, n_done,
                                           n_questions);

  ik_command_progress (run->context, text);
}

static GHashTable *
index_lines (const IkPack *draft)
{
  GHashTable *lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draft->sections->len; i++)
    {
      const IkSection *section = draft->sections->pdata[i];

      for (guint k = 0; k < section->questions->len; k++)
        {
          const IkQuestion *question = section->questions->pdata[k];

          g_hash_table_insert (lines, question->id, question->lines);
        }
    }

  return lines;
}

static void
take_lines (IkPack       *stored,
            const IkPack *draft)
{
  g_autoptr(GHashTable) lines_by_id = index_lines (draft);

  for (guint i = 0; i < stored->sections->len; i++)
    {
      const IkSection *section = stored->sections->pdata[i];

      for (guint k = 0; k < section->questions->len; k++)
        {
          IkQuestion *question = section->questions->pdata[k];
          const GArray *lines = g_hash_table_lookup (lines_by_id, question->id);

          if (lines != NULL)
            g_array_append_vals (question->lines, lines->data, lines->len);
        }
    }
}

/* The pack as it is stored, with what only an import knows: where each field
 * comes from and what was left over. */
static JsonNode *
describe_stored (ImportRun   *run,
                 const char  *id,
                 IkPack      *draft,
                 GError     **error)
{
  g_autoptr(IkPack) stored =
    ik_bank_load_pack (run->library, id, ik_command_get_cancellable (run->context), error);

  if (stored == NULL)
    return NULL;

  take_lines (stored, draft);
  g_ptr_array_extend_and_steal (stored->left_over, g_steal_pointer (&draft->left_over));
  draft->left_over = g_ptr_array_new ();

  return ik_pack_to_json (stored, TRUE);
}

static gboolean
store (ImportRun  *run,
       IkPack     *draft,
       GError    **error)
{
  const IkImportOptions options = {
    .policy = run->options->policy,
    .progress = progress_cb,
    .progress_data = run,
  };
  g_autofree char *id = ik_import_store (run->library, draft, &options,
                                         ik_command_get_cancellable (run->context), error);
  JsonNode *document;

  if (id == NULL)
    return FALSE;

  if (!ik_command_wants_json (run->context))
    {
      ik_command_print (run->context, "%s\n", id);
      return TRUE;
    }

  document = describe_stored (run, id, draft, error);
  if (document == NULL)
    return FALSE;

  json_array_add_element (run->documents, document);
  return TRUE;
}

static void
print_left_over (IkCommandContext *context,
                 const IkPack     *pack)
{
  if (pack->left_over->len > 0)
    ik_command_print (context, "%s\n", _("  Not taken:"));

  for (guint i = 0; i < pack->left_over->len; i++)
    {
      const IkLeftOver *left_over = pack->left_over->pdata[i];

      ik_command_print (context, _("    lines %u–%u: %s\n"), left_over->first, left_over->last,
                        left_over->reason);
    }
}

static void
print_draft (IkCommandContext *context,
             const IkPack     *pack)
{
  guint n_questions = ik_pack_count_questions (pack);

  ik_command_print (context, "%s\n", pack->title);
  ik_command_print (context, ngettext ("  %u question\n", "  %u questions\n", n_questions),
                    n_questions);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      if (*section->title != '\0')
        ik_command_print (context, "  %4u  %s\n", section->questions->len, section->title);
    }

  print_left_over (context, pack);
}

static void
show (ImportRun    *run,
      const IkPack *draft)
{
  if (ik_command_wants_json (run->context))
    json_array_add_element (run->documents, ik_pack_to_json (draft, TRUE));
  else
    print_draft (run->context, draft);
}

static gboolean
import_document (ImportRun  *run,
                 GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (run->path);
  g_autoptr(IkPack) draft = ik_import_read (file, run->options->kind, run->options->title,
                                            ik_command_get_cancellable (run->context), error);

  if (draft == NULL)
    return FALSE;

  if (run->library == NULL)
    show (run, draft);
  else if (!store (run, draft, error))
    return FALSE;

  if (ik_pack_count_questions (draft) == 0)
    ik_command_warn (run->context, _("No question was found in “%s”."), run->path);

  return TRUE;
}

static void
report_failure (ImportRun    *run,
                const GError *error)
{
  JsonObject *object = json_object_new ();
  g_autofree char *source = g_filename_display_name (run->path);

  json_object_set_string_member (object, "source", source);
  json_object_set_string_member (object, "error", error->message);
  json_array_add_object_element (run->documents, object);

  ik_command_warn (run->context, "%s", error->message);

  run->n_failed++;
}

/* Fails only where it is interrupted. */
static gboolean
import_documents (ImportRun          *run,
                  const char *const  *paths,
                  GError            **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr(GError) local_error = NULL;

      run->path = paths[i];
      if (import_document (run, &local_error))
        continue;

      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      report_failure (run, local_error);
    }

  return TRUE;
}

/* An interrupt takes back what was imported before it. */
static gboolean
import_or_take_back (ImportRun          *run,
                     const char *const  *paths,
                     GError            **error)
{
  g_autoptr(IkRollback) rollback = run->library != NULL ? ik_rollback_new (run->library) : NULL;
  g_autoptr(GError) rollback_error = NULL;

  if (import_documents (run, paths, error))
    return TRUE;

  if (rollback != NULL && !ik_rollback_run (rollback, &rollback_error))
    ik_command_warn (run->context, _("What was imported before stays: %s"),
                     rollback_error->message);
  return FALSE;
}

static void
print_documents (ImportRun *run)
{
  JsonNode *node;

  if (!ik_command_wants_json (run->context))
    return;

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (node, run->documents);
  ik_command_print_json (run->context, node);
}

/**
 * ik_command_import:
 * @context: of the call
 * @error: return location
 *
 * Reads documents into packs. One that fails doesn't keep the others out; an
 * interrupt does.
 *
 * Returns: whether all were imported
 */
gboolean
ik_command_import (IkCommandContext  *context,
                   GError           **error)
{
  g_auto(ImportOptions) options = { 0 };
  g_autoptr(JsonArray) documents = json_array_new ();
  ImportRun run = { .context = context, .options = &options, .documents = documents };

  if (!parse_import (context, &options, error))
    return FALSE;

  if (!options.dry_run)
    {
      run.library = ik_command_open (context, error);
      if (run.library == NULL)
        return FALSE;
    }

  if (!import_or_take_back (&run, ik_command_get_words (context), error))
    return FALSE;

  print_documents (&run);
  if (run.n_failed == 0)
    return TRUE;

  g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_REPORTED,
                       "each failure was told");
  return FALSE;
}
