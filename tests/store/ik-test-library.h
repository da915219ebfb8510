#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/* What ik_test_library_fill() puts into the bank. */
#define TEST_PACK_ID "aaaa0000-0000-4000-8000-000000000001"
#define TEST_FLAT_PACK_ID "aaaa0000-0000-4000-8000-000000000002"
#define TEST_OPENING_ID "bbbb0000-0000-4000-8000-000000000001"
#define TEST_CACHE_ID "bbbb0000-0000-4000-8000-000000000002"
#define TEST_DISPUTE_ID "bbbb0000-0000-4000-8000-000000000003"
#define TEST_ARCHIVED_ID "bbbb0000-0000-4000-8000-000000000004"
#define TEST_FLAT_ID "bbbb0000-0000-4000-8000-000000000005"
#define TEST_COMPETENCY_ID "cccc0000-0000-4000-8000-000000000001"
#define TEST_RUBRIC_ID "dddd0000-0000-4000-8000-000000000001"

/* A library in a folder of its own that records what it is asked to do. */
typedef struct
{
  char      *directory;
  char      *path;
  IkLibrary *library;
  GPtrArray *changesets; /* element-type GBytes */
} IkTestLibrary;

void  ik_test_library_set_up            (IkTestLibrary *self,
                                         gconstpointer  data);
void  ik_test_library_set_up_in         (IkTestLibrary *self,
                                         const char    *directory);
void  ik_test_library_tear_down         (IkTestLibrary *self,
                                         gconstpointer  data);
void  ik_test_library_reopen            (IkTestLibrary *self);
void  ik_test_library_fill              (IkTestLibrary *self);
void  ik_test_library_run_sql           (IkTestLibrary *self,
                                         const char    *sql);
void  ik_test_library_run_sql_on_file   (const char    *path,
                                         const char    *sql);
void  ik_test_library_break             (IkTestLibrary *self,
                                         const char    *table);
void  ik_test_library_mend              (IkTestLibrary *self);
guint ik_test_library_get_mode          (const char    *path);
char *ik_test_library_dump              (IkTestLibrary *self);
void  ik_test_library_assert_undoes_to  (IkTestLibrary *self,
                                         const char    *before);
gboolean ik_test_library_holds_bytes    (IkTestLibrary *self,
                                         const char    *text);

G_END_DECLS
