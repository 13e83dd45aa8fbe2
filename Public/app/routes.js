// The address table of the page. A part that begins with a colon matches one part of a path.

const table = [
  ["/", () => import("./pages/home.js")],
  ["/steps/:enrollment/:activity/:occurrence", () => import("./pages/home.js")],
  ["/sign-in", () => import("./pages/signIn.js"), { open: true }],
  ["/setup/:token", () => import("./pages/redeem.js"), { open: true, setUp: true }],
  ["/invitation/:token", () => import("./pages/redeem.js"), { open: true }],
  ["/try/:token", () => import("./pages/lookAround.js"), { open: true }],
  ["/account", () => import("./pages/account.js")],
  ["/inbox", () => import("./pages/inbox.js")],
  ["/colleagues", () => import("./pages/colleaguesQuestions.js")],
  ["/questions", () => import("./pages/questions.js")],
  ["/questions/:id", () => import("./pages/question.js")],
  ["/saved", () => import("./pages/saved.js")],
  ["/searches", () => import("./pages/mySearches.js")],
  ["/feedback", () => import("./pages/myFeedback.js")],
  ["/courses", () => import("./pages/courses.js")],
  ["/courses/:id", () => import("./pages/course.js")],
  ["/courses/:id/move", () => import("./pages/move.js"), { right: "train" }],
  ["/courses/:id/activities/:activity", () => import("./pages/activity.js")],
  ["/courses/:id/attendance/:activity/:occurrence", () => import("./pages/attendance.js")],
  ["/plan", () => import("./pages/plan.js")],
  ["/initiatives", () => import("./pages/initiatives.js")],
  ["/initiatives/new", () => import("./pages/initiativeEdit.js"), { right: "sponsor" }],
  ["/initiatives/:id", () => import("./pages/initiative.js")],
  ["/initiatives/:id/edit", () => import("./pages/initiativeEdit.js"), { right: "sponsor" }],
  ["/initiatives/:id/story", () => import("./pages/storyNew.js")],
  ["/initiatives/:id/people", () => import("./pages/initiativePeople.js")],
  ["/enrollments/:id", () => import("./pages/enrollment.js")],
  ["/team", () => import("./pages/team.js"), { right: "team" }],
  ["/team/feedback", () => import("./pages/teamFeedback.js"), { right: "hear" }],
  ["/team/people/:id", () => import("./pages/teamPerson.js"), { right: "know" }],
  ["/witnessing", () => import("./pages/witnessing.js")],
  ["/enroll", () => import("./pages/enroll.js"), { right: "enroll" }],
  ["/imports", () => import("./pages/imports.js"), { right: "train" }],
  ["/imports/:id", () => import("./pages/import.js"), { right: "train" }],
  ["/desk/questions", () => import("./pages/openQuestions.js"), { right: "train" }],
  ["/desk/questions/:id", () => import("./pages/answerQuestion.js"), { right: "train" }],
  ["/desk/unanswered", () => import("./pages/unanswered.js"), { right: "train" }],
  ["/desk/feedback", () => import("./pages/feedbackDesk.js"), { right: "train" }],
  ["/answers", () => import("./pages/answers.js")],
  ["/answers/new", () => import("./pages/answerEdit.js"), { right: "train" }],
  ["/answers/upload", () => import("./pages/answersUpload.js"), { right: "train" }],
  ["/answers/synonyms", () => import("./pages/synonyms.js"), { right: "train" }],
  ["/answers/due", () => import("./pages/answersDue.js")],
  ["/answers/:id", () => import("./pages/answer.js")],
  ["/answers/:id/merge", () => import("./pages/answerMerge.js"), { right: "train" }],
  ["/answers/:id/edit", () => import("./pages/answerEdit.js"), { right: "train" }],
  ["/audit", () => import("./pages/audit.js"), { right: "administer" }],
  ["/limits", () => import("./pages/limits.js"), { right: "administer" }],
  ["/people", () => import("./pages/people.js"), { right: "administer" }],
  ["/people/roster", () => import("./pages/roster.js"), { right: "administer" }],
  ["/people/new", () => import("./pages/personNew.js"), { right: "administer" }],
  ["/people/:id", () => import("./pages/person.js"), { right: "administer" }],
];

const nowhere = { params: {}, open: true, load: () => import("./pages/nowhere.js") };

/** The page of a path, with what its colons stand for. */
export function find(path) {
  const parts = path.split("/");
  for (const [pattern, load, options = {}] of table) {
    const names = pattern.split("/");
    if (names.length !== parts.length) continue;
    const params = { ...options };
    const fits = names.every((name, index) => {
      if (!name.startsWith(":")) return name === parts[index];
      params[name.slice(1)] = decode(parts[index]);
      return params[name.slice(1)] !== "";
    });
    if (fits) return { params, load, open: options.open === true, right: options.right ?? null };
  }
  return nowhere;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
