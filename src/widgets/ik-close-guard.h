#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IkChanges:
 * @IK_CHANGES_NONE: there is nothing to lose
 * @IK_CHANGES_UNFIT: something was changed that can't be saved as it is
 * @IK_CHANGES_FIT: something was changed that can be saved
 *
 * What a window to edit in holds.
 */
typedef enum
{
  IK_CHANGES_NONE,
  IK_CHANGES_UNFIT,
  IK_CHANGES_FIT,
} IkChanges;

typedef IkChanges (*IkGetChangesFunc) (GtkWindow *window);

void ik_close_guard_init (GtkWindow        *window,
                          const char       *save_action,
                          IkGetChangesFunc  get_changes);

G_END_DECLS
