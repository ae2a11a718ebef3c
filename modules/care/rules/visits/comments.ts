import { findHouseNumber, findLongNumber } from '#platform/values/mask.ts'

/** Words of a comment that look like an address or a number of somebody; a comment lies on a telephone, which may be lost. */
export const findAddressIn = (text: string): string | undefined => findHouseNumber(text) ?? findLongNumber(text)

/** What is said beside the field about the name of somebody else; whose it is is not told. */
export const nameSentence = (word: string): string => `“${word}”像是家人或其他孩子的姓名，会留在志愿者的手机里，请改用称呼再留言，如“奶奶”“那个孩子”。`

/** What is said beside the field about them. */
export const addressSentence = (word: string): string => `“${word}”像是住址或号码，会留在志愿者的手机里，请改写后再留言。`
