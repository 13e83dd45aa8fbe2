// What the words of the API are called on the page.

export const kinds = {
  kickoff: "Kickoff",
  meeting: "Meeting",
  lesson: "Lesson",
  link: "Link",
  file: "File",
  quiz: "Quiz",
  package: "Package",
  practice: "Practice",
  pledge: "Pledge",
  coaching: "Coaching",
  feedback: "Pulse",
};

export const moduleKinds = { training: "Training", development: "Development", coaching: "Coaching" };

export const meetingTypes = { webinar: "Webinar", clinic: "Clinic", officeHours: "Office hours" };

export const roles = { learner: "Learner", trainer: "Trainer", manager: "Manager", leader: "Leader", admin: "Admin" };

export const witnesses = {
  manager: "your manager",
  peer: "a colleague of your team",
  trainer: "a trainer",
  anyone: "anybody but you",
};

export const verbs = {
  opened: "Opened",
  attended: "Was there",
  completed: "Done",
  passed: "Passed",
  failed: "Not passed",
  submitted: "Handed in",
  confirmed: "Confirmed",
  returned: "Returned for another try",
  pledged: "Pledged",
  kept: "Pledge kept",
  broken: "Pledge not kept",
  held: "Coaching held",
  noted: "Noted",
  answered: "Answered",
  waived: "Waived",
  credited: "Credited",
  suspended: "Paused",
  tried: "Tried, and it went wrong",
};

export const outcomes = { changed: "Changed", answered: "Answered", declined: "Declined" };

/** "1 answer", "3 answers". */
export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** A share from 0 to 1 as a percentage. */
export function percent(share) {
  return `${Math.round((share ?? 0) * 100)}%`;
}
