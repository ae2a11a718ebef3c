// Sentences for what becomes of a letter, in both languages: what happened, and what happens next. They name no child.

/** Every code a letter can be answered with. */
export const answerCodes = [
  'recorded', 'recorded-by-office', 'answered', 'already-entered', 'corrected-at-desk', 'pairing-ended-before', 'pairing-ended-since', 'case-closed',
  'case-transferred', 'case-unknown', 'consent-withdrawn', 'account-stopped', 'device-cut-off', 'device-cut-off-after', 'clock-off', 'not-by-itself',
  'file-incomplete', 'file-not-taken', 'set-aside', 'unreadable', 'unknown-device', 'too-large', 'item-differs', 'try-later',
] as const
/** A code a letter is answered with. */
export type AnswerCode = (typeof answerCodes)[number]
/** What happened, and what happens next. */
export type Sentences = { message: string; next: string }

/** Half a day: a phone whose clock is off by more lives on other days than the office, and `clock-off` is what it reads. */
export const farOffMs = 12 * 60 * 60 * 1000

const officeLooks = '办公室会看到您写的内容，处理后这里会告诉您，您不用再做什么。'
const officeLooksEn = 'The office sees what you wrote and decides; you will be told here. There is nothing more to do.'

const zh: Record<AnswerCode, Sentences> = {
  recorded: { message: '已记录。', next: '谢谢您，这条已经办好。' },
  'recorded-by-office': { message: '办公室已替您记录。', next: '这条已经办好。' },
  answered: { message: '已答复。', next: '' },
  'already-entered': { message: '这一天的走访已经录过一次。', next: `两份都保留着。${officeLooks}` },
  'corrected-at-desk': { message: '这一天的走访办公室更正过或作废过。', next: `两份都保留着。${officeLooks}` },
  'pairing-ended-before': { message: '走访那天您和这个孩子没有结对。', next: officeLooks },
  'pairing-ended-since': { message: '走访之后，您和这个孩子的结对已经结束。', next: officeLooks },
  'case-closed': { message: '这个孩子的帮扶已经结案。', next: officeLooks },
  'case-transferred': { message: '这个孩子已转到别的单位。', next: `接手的单位会看到您写的内容。处理后这里会告诉您。` },
  'case-unknown': { message: '没有找到这个孩子的帮扶记录。', next: officeLooks },
  'consent-withdrawn': { message: '家里收回了接受帮扶的同意。', next: `请暂不要再去走访。${officeLooks}` },
  'account-stopped': { message: '您的账号已停用。', next: `您写的内容没有丢。${officeLooks}` },
  'device-cut-off': { message: '这部手机已被停用，这条是停用之前写的。', next: officeLooks },
  'device-cut-off-after': { message: '这部手机已被停用，这条是停用之后写的，不能记录。', next: '办公室留有一份。如果手机在您手里，请打办公室电话。' },
  'clock-off': { message: '手机的日期或时间不对。', next: `请打开手机“设置”里的“自动确定日期和时间”。${officeLooks}` },
  'not-by-itself': { message: '这条有些地方需要核对。', next: officeLooks },
  'file-incomplete': { message: '照片或文件还没有传完。', next: '有信号时会自动接着传，您不用再做什么。' },
  'file-not-taken': { message: '这个文件收不下：只收照片和PDF，最大10兆字节。', next: '走访本身不受影响。需要时请把纸件交给办公室。' },
  'set-aside': { message: '办公室看过，决定不记录这条。', next: '联网登录后可以看到原因；有疑问请打办公室电话。' },
  unreadable: { message: '这条没有读懂，还留在手机上。', next: '请打办公室电话，请他们帮忙查看。' },
  'unknown-device': { message: '这部手机没有登记，或登记已经失效。', next: '这条还留在手机上。请重新登录，或打办公室电话。' },
  'too-large': { message: '这条太大，没有收下。', next: '这条还留在手机上。请打办公室电话。' },
  'item-differs': { message: '这条和以前收到的同一条内容不一样。', next: '以前收到的仍然算数，这一份还留在手机上。请打办公室电话。' },
  'try-later': { message: '这条暂时没有办成。', next: '这条还留在手机上，过一会儿会自动再试。' },
}

const en: Record<AnswerCode, Sentences> = {
  recorded: { message: 'Recorded.', next: 'Thank you, this one is done.' },
  'recorded-by-office': { message: 'The office has recorded it for you.', next: 'This one is done.' },
  answered: { message: 'Answered.', next: '' },
  'already-entered': { message: 'The visit of that day has been entered once already.', next: `Both are kept. ${officeLooksEn}` },
  'corrected-at-desk': { message: 'The office has corrected or voided the visit of that day.', next: `Both are kept. ${officeLooksEn}` },
  'pairing-ended-before': { message: 'On the day of the visit you were not paired with this child.', next: officeLooksEn },
  'pairing-ended-since': { message: 'Your pairing with this child has ended since the visit.', next: officeLooksEn },
  'case-closed': { message: 'The case of this child is closed.', next: officeLooksEn },
  'case-transferred': { message: 'This child has moved to another unit.', next: 'The new unit sees what you wrote. You will be told here what it decides.' },
  'case-unknown': { message: 'No case of this child was found.', next: officeLooksEn },
  'consent-withdrawn': { message: 'The family has withdrawn its consent to be helped.', next: `Please do not visit for now. ${officeLooksEn}` },
  'account-stopped': { message: 'Your account has been stopped.', next: `Nothing you wrote is lost. ${officeLooksEn}` },
  'device-cut-off': { message: 'This phone has been cut off; this was written before.', next: officeLooksEn },
  'device-cut-off-after': {
    message: 'This phone has been cut off; this was written after that and cannot be recorded.',
    next: 'The office keeps a copy. If the phone is in your hands, please call the office.',
  },
  'clock-off': {
    message: 'The date or time of the phone is wrong.', next: `Please switch on “automatic date and time” in the settings of the phone. ${officeLooksEn}`,
  },
  'not-by-itself': { message: 'Something here needs a second look.', next: officeLooksEn },
  'file-incomplete': { message: 'The photograph or file has not arrived completely yet.', next: 'The rest is sent by itself when there is signal.' },
  'file-not-taken': {
    message: 'This file cannot be taken: only photographs and PDF, at most 10 MB.',
    next: 'The visit itself is not affected. If needed, please give the paper to the office.',
  },
  'set-aside': { message: 'The office has looked at this and decided not to record it.', next: 'Sign in to see why; if in doubt, please call the office.' },
  unreadable: { message: 'This could not be read and is still on the phone.', next: 'Please call the office and ask for help.' },
  'unknown-device': { message: 'This phone is not enrolled, or no longer.', next: 'This is still on the phone. Please sign in again, or call the office.' },
  'too-large': { message: 'This is too large and was not taken.', next: 'It is still on the phone. Please call the office.' },
  'item-differs': {
    message: 'This is not the same as what was received under this number before.',
    next: 'What was received before counts; this copy is still on the phone. Please call the office.',
  },
  'try-later': { message: 'This could not be done just now.', next: 'It is still on the phone and will be tried again by itself.' },
}

/** What happened and what happens next, in a language. */
export const sentencesOf = (code: AnswerCode, language: 'zh' | 'en' = 'zh'): Sentences => (language === 'zh' ? zh : en)[code]
