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
} IkTestLivePage;

void                   ik_test_live_page_set_up        (IkTestLivePage    *test,
                                                   gconstpointer  data);
void                   ik_test_live_page_tear_down     (IkTestLivePage    *test,
                                                   gconstpointer  data);
const IkInterviewItem *ik_test_live_page_get_item      (IkTestLivePage    *test);
void                   ik_test_live_page_activate      (IkTestLivePage    *test,
                                                   const char    *action,
                                                   const char    *target);
GtkTextView           *ik_test_live_page_get_note_view (IkTestLivePage    *test);
void                   ik_test_live_page_type          (IkTestLivePage    *test,
                                                   const char    *text);

G_END_DECLS
