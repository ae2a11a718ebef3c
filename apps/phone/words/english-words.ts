import type { Medium } from '#modules/care/contract.ts'
import type { WipeReason } from '../rules/wiping.ts'
import type { Words } from './words-type.ts'

const media: Record<Medium, string> = { home: 'At home', phone: 'By telephone', school: 'At school', video: 'By video', outing: 'An outing' }
const wiped: Record<WipeReason, string> = {
  'wrong-pins': 'Too many wrong PINs. To protect the children, the list on this phone has been wiped.',
  'no-contact': 'The phone was without a network for too long. To protect the children, the list on it has been wiped.',
  'signed-out': 'Signed out. The list on this phone has been wiped.',
  'cut-off': 'The office has cut off this phone; the list on it has been wiped.',
}

/** What the phone page says, in English. */
export const english: Words = {
  product: 'Xinhuo', back: 'Back', cancel: 'Keep as it is', change: 'Change',
  waiting: 'One moment…',
  pause: '. ', listed: parts => parts.join(', '), changeOf: what => `Change: ${what}`,
  readAloud: 'Read aloud', stopReading: 'Stop', noVoice: 'No voice',
  noVoiceExplained: 'This phone has no voice of its own, so nothing is read: what concerns a child is never sent to a speech service. '
    + 'A voice can be installed in the settings of the phone.',
  callForHelp: 'Call for help', ofOffice: office => ` (${office ?? 'government line'})`,

  signIn: 'Sign in', signInLead: 'Only once. Afterwards six digits open the page.', account: 'Account', password: 'Password',
  showPassword: 'Show password', hidePassword: 'Hide password',
  fillAccount: 'Please fill in account and password.', signInAgain: 'Please sign in again',
  signInAgainLead: 'Your sign-in has expired. What you wrote is here and will be sent afterwards.',
  forgotPassword: 'Forgotten? Please call the number below.',
  noSignalHere: 'There is no signal. The first sign-in needs one; please try again where there is signal.',
  problem: 'That did not work; please try again. If it still fails, call the number below.',
  firstPassword: 'Please choose a new password',
  firstPasswordLead: 'The present one was set by somebody else. At least 8 characters, letters and digits.', newPassword: 'New password',
  changeIt: 'Change it',
  nameOfPhone: 'What is this phone called?', nameOfPhoneLead: 'If it is lost, the office cuts it off by this name.',
  namesOfPhone: ['My phone', 'Phone at home', 'Phone of the office'], ownName: 'A name of your own', useName: 'Use this name',
  enrolledAnew: 'Enrolled anew on the same phone',

  choosePin: 'Choose six digits', choosePinLead: 'They open the page each time. Not a birthday, please.', repeatPin: 'Once more',
  repeatPinLead: 'Please enter the same six digits again.',
  pinsDiffer: 'The two differ; please choose again.', pinTooSimple: 'That is easily guessed; please choose another.',
  openPin: 'Please enter your six digits', wrongPin: left => `Wrong; ${left} tries left.`,
  lastTry: 'One more wrong try wipes the list on this phone (what you wrote is not lost).', pinDigits: count => `${count} of 6 digits entered`,
  erase: 'Erase', forgotPin: 'Digits forgotten',
  opening: 'Opening…', digit: digit => `Digit ${digit}`, wiped,
  stillUploads: count => `${count} of your entries are still here, sealed, and will be sent by themselves.`,

  hello: name => `Hello ${name}`, today: 'Visits today', overdue: 'Overdue', tomorrow: 'Visits tomorrow', noVisits: 'No visit is due today.',
  others: 'Somebody else today', othersLead: 'A child you looked in on without a plan', othersNone: 'There is no other child.',
  record: 'Record a visit', recordFor: child => `Record a visit: ${child}`, recordAgain: 'Record again',
  recordAgainFor: child => `Record again: ${child}`, dueBy: day => `Due by ${day}`,
  late: days => `${days} days late`,
  plannedAs: medium => `Planned: ${medium}`, goesAlong: name => `Together with ${name}`, workerGoesAlong: 'A worker goes along',
  recordedToday: 'Recorded today', neverMade: 'Not visited yet',
  lastMade: day => `Last visit: ${day}`, noSignal: 'No signal. Record as usual; it is sent when there is signal.',
  clockOff: 'The date or time of this phone is wrong, so visits wait for the office. Please switch on “automatic date and time” in its settings first.',
  listFrom: moment => `List of ${moment}`,
  comments: 'What the office says', commentsAll: count => `What the office says (${count})`, commentsAllLead: 'Of the last four weeks',
  says: name => `${name} says:`, aboutVisit: (day, child) => `About your visit to ${child}, ${day}`,
  commentsNone: 'Nothing was said in the last four weeks.',
  harm: 'Report harm', harmLead: 'A child has been hurt', more: 'More',

  child: 'Child', callWhom: who => `Call: ${who}`, wereYouThere: 'Did you visit?', met: 'Visited', metLead: 'The child was there',
  missed: 'Nobody met', missedLead: 'Went there, nobody at home',
  howWasIt: 'How did you visit?', media, asPlanned: 'as planned', howLong: 'How long was it?', minutes: minutes => `${minutes} minutes`,
  hours: hours => (hours === 1 ? '1 hour' : `${hours} hours`),
  checkAndSave: 'Please have a look, then save', day: 'Day', how: 'How', duration: 'Time', result: 'Result',
  dayToday: 'Today', dayYesterday: 'Yesterday', dayBefore: 'The day before',
  company: 'With', withWorker: 'A worker', withoutWorker: 'Nobody', noteLabel: 'A few words (not needed)',
  noteHint: 'The microphone of your keyboard takes dictation.', photo: 'Attach a photograph (not needed)', photoTaken: count => `${count} attached`,
  dropPhotos: 'Attach none', photoFailed: 'This photograph cannot be opened and was not attached.', photosFull: 'Three at most.', save: 'Save',
  saved: 'Recorded', savedOnline: 'It is being sent.', savedOffline: 'It is sent when there is signal; nothing more to do.',
  toDay: 'Back to the visits of today',

  outbox: 'To be sent', outboxCount: count => `${count} to be sent`, outboxEmpty: 'Nothing waits; all is done.',
  attentionCount: count => `${count} to look at`,
  stateUnsent: 'To be sent', stateSending: 'Being sent', stateRecorded: 'Sent', stateWaiting: 'With the office',
  stateSetAside: 'Not recorded by the office', stateRefused: 'Not taken', unnamedItem: 'A visit',
  reason: reason => `The office says: ${reason}`, sendNow: 'Send now', tried: 'It could not be sent just now and will be tried again.',
  alsoReads: count => `${count} notes of what was read are to be sent too.`, photosLeft: count => `${count} parts of photographs are still to be sent.`,
  sentItems: 'Done', openItems: 'Not done yet',

  harmTitle: 'A child has been hurt', harmFirst: 'First call 110',
  harmFirstLead: 'If a child is in danger, abused or abandoned, call 110 at once. You need not be sure.', call110: 'Call 110',
  harmThen: 'Then report', harmThenLead: 'After 110, write a report. Only named people learn who reported.', writeReport: 'Write the report',
  harmOffline: 'Without signal no report can be written. Call 110, then the office, and write it when there is signal.',
  harmNotSent: 'There is no signal; the report has not been sent. What you wrote is still here: press “Send the report” again when there is signal. '
    + 'If the child is in danger, call 110 now.',
  tryAgain: 'Try again',

  reportSent: 'The report has been sent', reportNumber: number => `Number ${number}; please write it down.`,
  reportTold: count => `${count} named people have been told.`,
  reportNobody: 'Nobody is there to receive reports. Please call 110 and tell the committee in person.',
  chooseSituation: 'Please choose at least one; if unsure, the last.', fillReport: 'Please write who the child is and what you saw or heard.',
  whichSituation: 'Which situation (several if need be)', whoIsChild: 'Who is the child, how to find it', whatSeen: 'What you saw or heard',
  willBeTold: names => `Told at once: ${names}.`, sendReport: 'Send the report',

  textSize: 'Size of letters', sizes: ['Large', 'Larger', 'Largest'], language: 'Language 语言', chineseName: '中文', englishName: 'English', lockNow: 'Lock',
  deskPage: 'Open the full page', leave: 'Sign out of this phone',
  about: 'What is kept on this phone',
  aboutText: days => 'Only the children to visit today and tomorrow, the names of your other children, and what the office lately told you, '
    + 'encrypted; your six digits open it. '
    + `It is wiped after ${days} days without a network. If the phone is lost, call the office at once.`,
  install: 'Put it on the home screen', installText: 'In the menu of the browser choose “Add to home screen”.',
  leaveTitle: 'Sign out of this phone', leaveText: 'The list on this phone is wiped; next time you sign in anew.',
  leaveUnsent: count => `${count} have not been sent. They are sealed and still go out by themselves whenever this page is opened.`, leaveNow: 'Sign out',
  stay: 'Stay',

  unfit: 'The phone page does not open here',
  unfitText: 'It needs an address that begins with https:// and a recent browser. Please ask the office for the right address.',
}
