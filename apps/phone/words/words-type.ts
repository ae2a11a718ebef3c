import type { chinese } from './chinese-words.ts'

/** Everything the phone page says itself: the English side has the same entries as the Chinese one. */
export type Words = { [Key in keyof typeof chinese]: (typeof chinese)[Key] extends string ? string : (typeof chinese)[Key] }
