#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_APPLICATION (ik_application_get_type ())
G_DECLARE_FINAL_TYPE (IkApplication, ik_application, IK, APPLICATION, AdwApplication)

IkApplication *ik_application_new (const char  *library_path);
int            ik_application_run (int          argc,
                                   char       **argv,
                                   const char  *library_path);

G_END_DECLS
