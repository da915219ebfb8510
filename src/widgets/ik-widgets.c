#include "ik-widgets.h"

#include "ik-widgets-resources.h"

/**
 * ik_widgets_init:
 *
 * Registers the templates and icons of this layer. A static library keeps no
 * constructor that would do it by itself. Call it before any widget is made;
 * further calls do nothing.
 */
void
ik_widgets_init (void)
{
  static gsize is_done = 0;

  if (g_once_init_enter (&is_done))
    {
      ik_widgets_register_resource ();
      g_once_init_leave (&is_done, 1);
    }
}
