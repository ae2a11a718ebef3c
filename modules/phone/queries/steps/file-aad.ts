/** What the sealed bytes of a file are bound to: they open in place of no other. */
export const fileAad = (cityId: number, id: string): string => `phone.visit-files\0${cityId}\0${id}`
