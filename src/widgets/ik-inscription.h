#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_inscription_set_text   (GtkInscription *self,
                                const char     *text);
void ik_inscription_set_markup (GtkInscription *self,
                                const char     *markup);

G_END_DECLS
