#include "ik-bank.h"

#include "ik-question-find.h"
#include "ik-question-list.h"

/* What a call takes to the library's thread, and what it brings back. */
typedef struct
{
  const IkQuestionFilter *filter;
  const char             *query;
  const gint64           *rows;
  guint                   n_rows;
  gpointer                result; /* (owned) by the caller in the end */
} Call;

static const IkQuestionFilter all = { NULL };

static gboolean
find_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Call *call = data;

  call->result = ik_question_find_rows (database, call->filter, error);
  return call->result != NULL;
}

/**
 * ik_bank_find_questions:
 * @library: a library
 * @filter: (nullable): which are wanted, and in what order
 * @cancellable: (nullable): interrupts a query that is running
 * @error: return location
 *
 * Finds questions without reading them, so that the whole bank is 8 bytes a
 * question. With a limit it takes no longer for a larger bank, unless they are
 * sorted by something that was not asked for since the library changed: show
 * the first 50, then ask for all. ik_bank_load_rows() reads what is shown.
 *
 * Returns: (transfer full) (element-type gint64): their rows, in order
 */
GArray *
ik_bank_find_questions (IkLibrary               *library,
                        const IkQuestionFilter  *filter,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  Call call = { .filter = filter != NULL ? filter : &all };

  return ik_library_read (library, find_cb, &call, cancellable, error) ? call.result : NULL;
}

static gboolean
load_rows_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Call *call = data;

  call->result = ik_question_list_load_rows (database, call->query, call->rows, call->n_rows, error);
  return call->result != NULL;
}

/**
 * ik_bank_load_rows:
 * @library: a library
 * @query: (nullable): what was searched for: where its words don't stand in the prompt,
 *   the summary has a snippet of where they do
 * @rows: (array length=n_rows): rows of questions
 * @n_rows: how many
 * @cancellable: (nullable): interrupts a query that is running
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkQuestionSummary): one for each row,
 *   in their order; %NULL where there is no such question any more
 */
GPtrArray *
ik_bank_load_rows (IkLibrary     *library,
                   const char    *query,
                   const gint64  *rows,
                   guint          n_rows,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Call call = { .query = query, .rows = rows, .n_rows = n_rows };

  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);

  return ik_library_read (library, load_rows_cb, &call, cancellable, error) ? call.result : NULL;
}

static gboolean
count_cb (IkDatabase    *database,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Call *call = data;

  call->result = ik_question_find_count (database, call->filter, error);
  return call->result != NULL;
}

/**
 * ik_bank_count_questions:
 * @library: a library
 * @filter: (nullable): which are wanted
 * @cancellable: (nullable): interrupts a query that is running
 * @error: return location
 *
 * Counts what each further choice would find: for each value of a facet, the
 * questions that have it and all that @filter says about the other facets.
 *
 * Returns: (transfer full): the counts
 */
IkQuestionCounts *
ik_bank_count_questions (IkLibrary               *library,
                         const IkQuestionFilter  *filter,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  Call call = { .filter = filter != NULL ? filter : &all };

  return ik_library_read (library, count_cb, &call, cancellable, error) ? call.result : NULL;
}

static gboolean
list_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Call *call = data;

  call->result = ik_question_list_load (database, call->filter, error);
  return call->result != NULL;
}

/**
 * ik_bank_list_questions:
 * @library: a library
 * @filter: (nullable): which are wanted, and in what order
 * @cancellable: (nullable): interrupts a query that is running
 * @error: return location
 *
 * Finds questions and reads all of them, 10 µs and 1 kB each: for a pack or a
 * choice with a limit, not for the whole bank.
 *
 * Returns: (transfer full) (element-type IkQuestionSummary): in order
 */
GPtrArray *
ik_bank_list_questions (IkLibrary               *library,
                        const IkQuestionFilter  *filter,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  Call call = { .filter = filter != NULL ? filter : &all };

  return ik_library_read (library, list_cb, &call, cancellable, error) ? call.result : NULL;
}
