/** The full name of a body, where one was typed. */
export const typedHolder = (text: string | null | undefined): { holderName?: string } => (text == null || text.trim() === '' ? {} : { holderName: text })
