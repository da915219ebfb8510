#pragma once

#include "ik-database-private.h"
#include "ik-library.h"
#include "ik-worker.h"

G_BEGIN_DECLS

/* For so long the library is left alone after a step: another program that
 * waits looks more often than that. Those of this program take turns anyway. */
#define IK_LIBRARY_PAUSE_US 1000

struct _IkLibrary
{
  GObject parent_instance;

  char       *path;
  IkClock    *clock;

  IkWorker   *writer_worker; /* stopped once closed */
  IkWorker   *reader_worker;
  IkDatabase *writer;        /* its worker's; NULL once closed */
  IkDatabase *reader;

  gint64      data_version;  /* writer's thread */
  int         n_moved_pages; /* likewise; of the journal, by steps */
  gboolean    recording;     /* atomic */

  GMutex      mutex;
  GSource    *changed_source; /* under mutex; coming "changed", at most one */
  gboolean    closing;        /* under mutex; nothing goes to the writer on its own any more */
};

void ik_library_queue_cleaning (IkLibrary  *self);
void ik_library_queue_changed  (IkLibrary  *self);
void ik_library_queue_recorded (IkLibrary  *self,
                                const char *label,
                                GBytes     *changeset);

G_END_DECLS
