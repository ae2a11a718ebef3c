/** What a sealed scan is bound to: it opens in place of no other. */
export const receiptAad = (cityId: number, actId: string): string => `aid.acts.scan/${cityId}/${actId}`
