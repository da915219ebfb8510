#pragma once

#include "ik-live-page.h"
#include "ik-test-interview.h"
#include "ik-test-widgets.h"

G_BEGIN_DECLS

/* A fixture: the live page of an interview that has begun, in a window. */
typedef struct
{
  IkTestLibrary    base;
  char            *id;
  IkLiveInterview *live;
  GtkWidget       *page;
  GtkWidget       *window;
} IkTestLive;

void                   ik_test_live_set_up        (IkTestLive    *test,
                                                   gconstpointer  data);
void                   ik_test_live_tear_down     (IkTestLive    *test,
                                                   gconstpointer  data);
const IkInterviewItem *ik_test_live_get_item      (IkTestLive    *test);
void                   ik_test_live_activate      (IkTestLive    *test,
                                                   const char    *action,
                                                   const char    *target);
GtkTextView           *ik_test_live_get_note_view (IkTestLive    *test);
void                   ik_test_live_type          (IkTestLive    *test,
                                                   const char    *text);

G_END_DECLS
