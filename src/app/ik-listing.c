#include "ik-listing.h"

#include <glib/gi18n.h>

/**
 * ik_listing_run:
 * @self: how to list
 * @context: of a call that has no words and no options of its own
 * @error: return location
 *
 * Does the whole of a command that lists records.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_listing_run (const IkListing   *self,
                IkCommandContext  *context,
                GError           **error)
{
  g_autoptr(GPtrArray) records = NULL;
  IkLibrary *library;

  if (!ik_command_parse (context, NULL, 0, 0, error))
    return FALSE;

  library = ik_command_open (context, error);
  if (library == NULL)
    return FALSE;

  records = self->list (library, ik_command_get_cancellable (context), error);
  if (records == NULL)
    return FALSE;

  ik_listing_print (self, context, records);
  return TRUE;
}

/**
 * ik_listing_print:
 * @self: how to list
 * @context: of the call
 * @records: records of the kind of @self
 *
 * Prints them as the caller wants them.
 */
void
ik_listing_print (const IkListing  *self,
                  IkCommandContext *context,
                  GPtrArray        *records)
{
  g_autoptr(IkTable) table = NULL;
  g_autofree char *text = NULL;

  if (ik_command_wants_json (context))
    {
      ik_command_print_json (context, ik_records_to_json (records, self->to_json));
      return;
    }

  table = self->to_table (records);
  text = ik_table_to_text (table);
  if (*text != '\0')
    ik_command_print_text (context, text);
  else
    ik_command_print (context, "%s\n", _(self->nothing));
}
