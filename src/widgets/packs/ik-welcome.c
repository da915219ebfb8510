#include "ik-welcome.h"

#include "ik-owner-row.h"
#include "ik-starter-list.h"

/**
 * IkWelcome:
 *
 * What an empty library shows: import a document, or take one of the packs
 * that the program brings. Asks for the name that will stand on reports.
 */
struct _IkWelcome
{
  IkPage         parent_instance;

  /* Template */
  IkStarterList *starters;
  IkOwnerRow    *owner_row;
};

G_DEFINE_FINAL_TYPE (IkWelcome, ik_welcome, IK_TYPE_PAGE)

static void
ik_welcome_load (IkPage *page)
{
  IkWelcome *self = IK_WELCOME (page);

  ik_page_set_library (IK_PAGE (self->starters), ik_page_get_library (page));
  ik_page_set_library (IK_PAGE (self->owner_row), ik_page_get_library (page));
}

static void
ik_welcome_class_init (IkWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  IK_PAGE_CLASS (klass)->load = ik_welcome_load;

  g_type_ensure (IK_TYPE_OWNER_ROW);
  g_type_ensure (IK_TYPE_STARTER_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, IkWelcome, starters);
  gtk_widget_class_bind_template_child (widget_class, IkWelcome, owner_row);
}

static void
ik_welcome_init (IkWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
