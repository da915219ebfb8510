#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IkWindowPage:
 * @name: name in the actions
 * @title: untranslated title in the sidebar
 * @icon_name: icon in the sidebar
 * @get_type: the class of the page
 *
 * A page beside the sidebar.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType     (*get_type) (void);
} IkWindowPage;

/* In the order of the sidebar; ends with a NULL name. The first one is shown
 * at the start. */
extern const IkWindowPage ik_window_pages[];

GtkWidget *ik_window_pages_create (const char *name);

G_END_DECLS
