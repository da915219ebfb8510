#include "ik-rich-error.h"

#include <glib/gi18n.h>

#include "ik-importer.h"

/**
 * ik_rich_error_set_damaged:
 * @name: name of a document that isn't what its format wants
 * @error: return location
 *
 * Returns: %FALSE with %IK_IMPORTER_ERROR_DAMAGED
 */
gboolean
ik_rich_error_set_damaged (const char  *name,
                           GError     **error)
{
  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_DAMAGED,
               _("“%s” could not be read: it is damaged. Open it in the program that made it and "
                 "save it again"), name);
  return FALSE;
}

/**
 * ik_rich_error_set_encrypted:
 * @name: name of a document with a password
 * @error: return location
 *
 * Returns: %FALSE with %IK_IMPORTER_ERROR_ENCRYPTED
 */
gboolean
ik_rich_error_set_encrypted (const char  *name,
                             GError     **error)
{
  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_ENCRYPTED,
               _("“%s” is protected with a password: save it without one and import that"), name);
  return FALSE;
}

/**
 * ik_rich_error_set_too_long:
 * @name: name of a document that holds more than may be read
 * @error: return location
 *
 * Returns: %FALSE with %IK_IMPORTER_ERROR_TOO_LARGE
 */
gboolean
ik_rich_error_set_too_long (const char  *name,
                            GError     **error)
{
  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
               _("“%s” has more than 200,000 paragraphs, or one of more than a million letters: "
                 "split it into several documents"), name);
  return FALSE;
}
