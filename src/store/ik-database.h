#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkStoreError:
 * @IK_STORE_ERROR_FAILED: the database refused; the message says what
 * @IK_STORE_ERROR_NOT_FOUND: no record of that id
 * @IK_STORE_ERROR_AMBIGUOUS: a prefix of an id fits several records
 * @IK_STORE_ERROR_NOT_OURS: the file is not a library of this program
 * @IK_STORE_ERROR_DAMAGED: the file is damaged; restore a backup
 * @IK_STORE_ERROR_NEWER: a newer version of the program made the library
 * @IK_STORE_ERROR_READ_ONLY: the file or its folder can't be written
 * @IK_STORE_ERROR_FULL: the disk is full
 * @IK_STORE_ERROR_BUSY: another program holds the library
 * @IK_STORE_ERROR_CONFLICT: undoing is refused, the record was changed since
 * @IK_STORE_ERROR_REFUSED: a rule of the library forbids it, such as a change
 *   to an interview that was handed in
 */
typedef enum
{
  IK_STORE_ERROR_FAILED,
  IK_STORE_ERROR_NOT_FOUND,
  IK_STORE_ERROR_AMBIGUOUS,
  IK_STORE_ERROR_NOT_OURS,
  IK_STORE_ERROR_DAMAGED,
  IK_STORE_ERROR_NEWER,
  IK_STORE_ERROR_READ_ONLY,
  IK_STORE_ERROR_FULL,
  IK_STORE_ERROR_BUSY,
  IK_STORE_ERROR_CONFLICT,
  IK_STORE_ERROR_REFUSED,
} IkStoreError;

#define IK_STORE_ERROR (ik_store_error_quark ())
GQuark ik_store_error_quark (void);

/* One connection: only functions that IkLibrary runs ever see one. */
typedef struct _IkDatabase IkDatabase;

G_END_DECLS
