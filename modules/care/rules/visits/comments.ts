import { findHouseNumber, findLongNumber } from '#platform/values/mask.ts'

/** Words of a comment that look like an address or a number of somebody; a comment lies on a telephone, which may be lost. */
export const findAddressIn = (text: string): string | undefined => findHouseNumber(text) ?? findLongNumber(text)

/** What is said beside the field about them. */
export const addressSentence = (word: string): string => `“${word}”像是住址或号码，会留在志愿者的手机里，请改写后再留言。`
