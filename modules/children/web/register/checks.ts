import { parseIdCard } from '#platform/values/id-card.ts'
import { parsePhone, phoneMessage } from '#platform/values/phone.ts'

/** The same checks as the server's, beside the field before anything is sent. */
export const phoneCheck = [{ validator: async (_rule: unknown, text: string | undefined) => { if (text && !parsePhone(text)) throw new Error(phoneMessage) } }]

/** An identity number, when one is given. */
export const idCardCheck = [{
  validator: async (_rule: unknown, text: string | undefined) => {
    const card = text ? parseIdCard(text) : undefined
    if (card?.ok === false) throw new Error(card.message)
  },
}]
