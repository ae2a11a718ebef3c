import { findHouseNumber } from '#platform/values/mask.ts'

/** Telephone and identity numbers: seven digits or more, however they are spaced. A day stays. */
const longNumber = /(?<!\p{Nd})\p{Nd}(?:[ -]?\p{Nd}){6,}/gu
const isDay = (number: string) => /^\d{4}-\d{1,2}-\d{1,2}$/.test(number)

/** Words of a comment that look like an address or a number of somebody; a comment lies on a telephone, which may be lost. */
export const findAddressIn = (text: string): string | undefined => findHouseNumber(text) ?? text.match(longNumber)?.find((number) => !isDay(number))

/** What is said beside the field about them. */
export const addressSentence = (word: string): string => `“${word}”像是住址或号码，会留在志愿者的手机里，请改写后再留言。`
