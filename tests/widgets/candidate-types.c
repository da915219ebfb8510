#include "ik-candidate-bar.h"
#include "ik-candidate-window.h"

/* What faces the candidate knows the candidate's side of a question by type.
 * If its headers declared any of these, this would not compile. */
typedef struct IkQuestion        *IkQuestion;
typedef struct IkInterviewerText *IkInterviewerText;
typedef struct IkIndicator       *IkIndicator;
typedef struct IkInterviewItem   *IkInterviewItem;
typedef struct IkInterview       *IkInterview;
typedef struct IkLiveInterview   *IkLiveInterview;
