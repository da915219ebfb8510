#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

/**
 * IkRecordKind:
 *
 * What an id names.
 */
typedef enum
{
  IK_RECORD_PACK,
  IK_RECORD_QUESTION,
  IK_RECORD_SET,
  IK_RECORD_CANDIDATE,
  IK_RECORD_INTERVIEW,
  IK_RECORD_RUBRIC,
  IK_RECORD_COMPETENCY,
  IK_RECORD_PANEL,
} IkRecordKind;

char     *ik_record_resolve_id    (IkDatabase    *database,
                                   IkRecordKind   kind,
                                   const char    *prefix,
                                   GError       **error);
gboolean  ik_record_is_taken      (IkDatabase    *database,
                                   const char    *id,
                                   gboolean      *out_is,
                                   GError       **error);
gboolean  ik_record_set_not_found (IkRecordKind   kind,
                                   const char    *id,
                                   GError       **error);

G_END_DECLS
